package org.childfile.jobs;

import java.time.Clock;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.childfile.audit.AccessLog;
import org.childfile.audit.AgeClocks;
import org.childfile.feed.Acquisition;
import org.childfile.landing.Landing;
import org.childfile.linkage.LinkageStage;
import org.childfile.mapping.MappingStage;
import org.childfile.privacy.KeyFile;
import org.childfile.privacy.KeyedDigest;
import org.childfile.rights.RightsStore;
import org.childfile.subject.Tombstones;
import org.childfile.versions.VersionStage;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The stages as beans. What they need is handed in; none of them knows another but by its output. */
@Configuration(proxyBeanMethods = false)
class Pipeline {

    private static final String FORGOTTEN_KEY = "CHILDFILE_FORGOTTEN_KEY";

    @Bean
    PipelineSettings settings(Workspace workspace) {
        return PipelineSettings.read(workspace);
    }

    @Bean
    Acquisition acquisition(CamelContext camel, PipelineSettings settings, Workspace workspace, Clock clock)
            throws Exception {
        camel.getStreamCachingStrategy().setSpoolEnabled(true);
        camel.getStreamCachingStrategy()
                .setSpoolDirectory(workspace.home().resolve("spool").toFile());
        camel.getStreamCachingStrategy().setSpoolThreshold(4L << 20);
        camel.getStreamCachingStrategy().setSpoolCipher("AES/CTR/NoPadding");
        return new Acquisition(camel, settings.connectors(), workspace.environment(), clock);
    }

    @Bean
    Landing landing(Acquisition acquisition, DataSource dataSource, Tombstones tombstones, Clock clock) {
        return new Landing(acquisition, dataSource, tombstones, clock);
    }

    /** The key of the hashes lies outside the database: whoever has the one without the other learns nothing. */
    @Bean
    Tombstones tombstones(DataSource dataSource, Workspace workspace) {
        String given = workspace.environment().getOrDefault(FORGOTTEN_KEY, "");
        byte[] key = given.isBlank()
                ? KeyFile.read(workspace.home().resolve("keys").resolve("forgotten.key"))
                : KeyFile.parse(FORGOTTEN_KEY, given);
        return new Tombstones(dataSource, new KeyedDigest(key)::of);
    }

    @Bean
    MappingStage mappingStage(PipelineSettings settings, DataSource dataSource, Tombstones tombstones) {
        return new MappingStage(settings.connectors(), settings.mappings(), dataSource, tombstones);
    }

    @Bean
    LinkageStage linkageStage(DataSource dataSource, PipelineSettings settings) {
        return new LinkageStage(dataSource, settings.models());
    }

    @Bean
    VersionStage versionStage(PipelineSettings settings, DataSource dataSource) {
        return new VersionStage(dataSource, settings.survivorship());
    }

    @Bean
    AgeClocks ageClocks(DataSource dataSource) {
        return new AgeClocks(dataSource);
    }

    @Bean
    AccessLog accessLog(DataSource dataSource) {
        return new AccessLog(dataSource);
    }

    @Bean
    RunStore runStore(DataSource dataSource) {
        return new RunStore(dataSource);
    }

    /** Whoever asks from now on has the rights that the files give. */
    @Bean
    @DependsOnDatabaseInitialization
    RightsStore rightsStore(DataSource dataSource, PipelineSettings settings) {
        RightsStore store = new RightsStore(dataSource);
        store.write(settings.rights());
        return store;
    }
}
