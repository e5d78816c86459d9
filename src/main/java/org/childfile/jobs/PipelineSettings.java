package org.childfile.jobs;

import org.childfile.audit.AnchorConnectors;
import org.childfile.care.CareRules;
import org.childfile.care.DigestConnectors;
import org.childfile.compliance.ComplianceRules;
import org.childfile.digitalfile.RuleBook;
import org.childfile.feed.Connectors;
import org.childfile.linkage.LinkageModels;
import org.childfile.mapping.Mappings;
import org.childfile.mapping.Population;
import org.childfile.merge.Survivorship;
import org.childfile.pairing.PairingRules;
import org.childfile.rectification.RequestTemplates;
import org.childfile.rights.RightsRules;
import org.childfile.settings.Problems;
import org.childfile.wakeup.Templates;
import org.childfile.wakeup.WakeupRules;

/** Every settings file of a workspace, read together so that all mistakes are told at once. */
public record PipelineSettings(
        Connectors connectors,
        Mappings mappings,
        Survivorship survivorship,
        LinkageModels models,
        RightsRules rights,
        CareRules care,
        RuleBook rules,
        PairingRules pairing,
        WakeupRules wakeups,
        Templates templates,
        DigestConnectors digests,
        AnchorConnectors anchors,
        RequestTemplates rectification,
        ComplianceRules compliance) {

    /** Reads all files; mistakes go to {@code problems}. */
    public static PipelineSettings read(Workspace workspace, Problems problems) {
        Connectors connectors = Connectors.read(workspace.connectors(), problems);
        Mappings mappings = Mappings.read(workspace.mappings(), connectors, problems);
        WakeupRules wakeups = WakeupRules.read(workspace.mappings(), connectors.feeds(), problems);
        return new PipelineSettings(
                connectors,
                mappings,
                Survivorship.read(workspace.mappings(), mappings, problems),
                LinkageModels.read(workspace.mappings(), problems),
                RightsRules.read(workspace.mappings(), problems),
                CareRules.read(workspace.mappings(), problems),
                RuleBook.read(workspace.mappings(), mappings.feeds(Population.CHILD), problems),
                PairingRules.read(workspace.mappings(), problems),
                wakeups,
                Templates.read(workspace.connectors(), wakeups, problems),
                DigestConnectors.read(workspace.connectors(), problems),
                AnchorConnectors.read(workspace.connectors(), problems),
                RequestTemplates.read(workspace.connectors(), workspace.mappings(), connectors.feeds(), problems),
                ComplianceRules.read(workspace.mappings(), problems));
    }

    /** Reads all files; any mistake ends the start. */
    public static PipelineSettings read(Workspace workspace) {
        Problems problems = new Problems();
        PipelineSettings settings = read(workspace, problems);
        problems.raise();
        return settings;
    }
}
