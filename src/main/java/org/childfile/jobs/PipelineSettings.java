package org.childfile.jobs;

import org.childfile.access.audit.AnchorConnectors;
import org.childfile.access.compliance.ComplianceRules;
import org.childfile.access.rights.RightsRules;
import org.childfile.care.duties.CareRules;
import org.childfile.care.duties.DigestConnectors;
import org.childfile.care.help.Templates;
import org.childfile.care.help.WakeupRules;
import org.childfile.care.pairing.PairingRules;
import org.childfile.care.rectification.RequestTemplates;
import org.childfile.files.digitalfile.RuleBook;
import org.childfile.files.identity.LinkageModels;
import org.childfile.files.merge.Survivorship;
import org.childfile.ingest.connector.Connectors;
import org.childfile.ingest.mapping.Mappings;
import org.childfile.ingest.mapping.Population;
import org.childfile.settings.Problems;

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
