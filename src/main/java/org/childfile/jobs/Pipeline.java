package org.childfile.jobs;

import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.childfile.access.audit.AccessLog;
import org.childfile.access.audit.AgeClocks;
import org.childfile.access.audit.AnchorPost;
import org.childfile.access.erasure.Tombstones;
import org.childfile.access.keys.WarehouseKeys;
import org.childfile.access.privacy.AuditKeys;
import org.childfile.access.privacy.Keyring;
import org.childfile.access.rights.LoginLimits;
import org.childfile.access.rights.RightsStore;
import org.childfile.care.coverage.CoverageStore;
import org.childfile.care.duties.DigestPost;
import org.childfile.care.duties.DutyLedger;
import org.childfile.care.help.Wakeups;
import org.childfile.care.pairing.Proposals;
import org.childfile.care.pairing.Registry;
import org.childfile.care.rectification.Rectification;
import org.childfile.files.digitalfile.DigitalFileStage;
import org.childfile.files.identity.LinkageStage;
import org.childfile.files.versions.VersionStage;
import org.childfile.ingest.connect.Acquisition;
import org.childfile.ingest.connector.Endpoint;
import org.childfile.ingest.landing.Landing;
import org.childfile.ingest.landing.PendingRecords;
import org.childfile.ingest.mapping.MappingStage;
import org.childfile.ingest.push.Inbox;
import org.childfile.ingest.push.InboxLimits;
import org.childfile.outbound.OutboundClient;
import org.childfile.storage.PrivateFiles;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** The stages as beans. What they need is handed in; none of them knows another but by its output. */
@Configuration(proxyBeanMethods = false)
class Pipeline {

    @Bean
    PipelineSettings settings(Workspace workspace) {
        return PipelineSettings.read(workspace);
    }

    /** After the tables are there. A key that is missing or wrong ends the start. */
    @Bean
    @DependsOnDatabaseInitialization
    Keyring keyring(DataSource dataSource, Workspace workspace) {
        return WarehouseKeys.open(dataSource, workspace.home(), workspace.environment());
    }

    @Bean
    Acquisition acquisition(CamelContext camel, PipelineSettings settings, Workspace workspace, Clock clock)
            throws Exception {
        camel.getStreamCachingStrategy().setSpoolEnabled(true);
        camel.getStreamCachingStrategy()
                .setSpoolDirectory(
                        PrivateFiles.folder(workspace.home().resolve("spool")).toFile());
        camel.getStreamCachingStrategy().setSpoolThreshold(4L << 20);
        camel.getStreamCachingStrategy().setSpoolCipher("AES/CTR/NoPadding");
        return new Acquisition(camel, settings.connectors(), workspace.environment(), clock);
    }

    @Bean
    Landing landing(Acquisition acquisition, DataSource dataSource, Keyring keys, Tombstones tombstones, Clock clock) {
        return new Landing(acquisition, dataSource, keys, tombstones, clock);
    }

    @Bean
    InboxLimits inboxLimits(Workspace workspace) {
        return InboxLimits.of(workspace.environment());
    }

    @Bean
    Inbox inbox(
            PipelineSettings settings,
            Workspace workspace,
            InboxLimits limits,
            DataSource dataSource,
            Keyring keys,
            PlatformTransactionManager transactions,
            Clock clock) {
        return new Inbox(settings.connectors(), workspace.environment(), limits, dataSource, keys, transactions, clock);
    }

    @Bean
    PendingRecords pendingRecords(DataSource dataSource, Keyring keys) {
        return new PendingRecords(dataSource, keys);
    }

    @Bean
    Tombstones tombstones(DataSource dataSource, Keyring keys) {
        return new Tombstones(dataSource, keys);
    }

    @Bean
    MappingStage mappingStage(PipelineSettings settings, DataSource dataSource, Keyring keys, Tombstones tombstones) {
        return new MappingStage(settings.connectors(), settings.mappings(), dataSource, keys, tombstones);
    }

    @Bean
    LinkageStage linkageStage(DataSource dataSource, Keyring keys, PipelineSettings settings) {
        return new LinkageStage(dataSource, keys, settings.models());
    }

    @Bean
    VersionStage versionStage(PipelineSettings settings, DataSource dataSource, Keyring keys) {
        return new VersionStage(dataSource, keys, settings.survivorship());
    }

    @Bean
    AgeClocks ageClocks(DataSource dataSource) {
        return new AgeClocks(dataSource);
    }

    @Bean
    Registry registry(DataSource dataSource, Keyring keys) {
        return new Registry(dataSource, keys);
    }

    @Bean
    DutyLedger dutyLedger(DataSource dataSource, PipelineSettings settings) {
        return new DutyLedger(dataSource, settings.care());
    }

    @Bean
    CoverageStore coverageStore(DataSource dataSource, PipelineSettings settings) {
        return new CoverageStore(dataSource, settings.rights().smallCells().below());
    }

    @Bean
    DigitalFileStage digitalFileStage(PipelineSettings settings, DataSource dataSource, Keyring keys) {
        return new DigitalFileStage(dataSource, keys, settings.rules());
    }

    @Bean
    Proposals proposals(DataSource dataSource, Keyring keys, PipelineSettings settings) {
        return new Proposals(dataSource, keys, settings.pairing());
    }

    @Bean
    AuditKeys auditKeys(Workspace workspace) {
        return AuditKeys.of(workspace.home(), workspace.environment());
    }

    @Bean
    AccessLog accessLog(DataSource dataSource, AuditKeys keys) {
        return new AccessLog(dataSource, keys);
    }

    @Bean
    OutboundClient outbound(CamelContext camel, PipelineSettings settings, Workspace workspace, Clock clock)
            throws Exception {
        List<Endpoint> endpoints = new ArrayList<>(settings.templates().endpoints());
        endpoints.addAll(settings.digests().endpoints());
        endpoints.addAll(settings.anchors().endpoints());
        endpoints.addAll(settings.rectification().endpoints());
        return new OutboundClient(camel, endpoints, workspace.environment(), clock);
    }

    @Bean
    AnchorPost anchorPost(
            PipelineSettings settings,
            OutboundClient outbound,
            DataSource dataSource,
            AuditKeys keys,
            Workspace workspace,
            Clock clock) {
        return new AnchorPost(
                settings.anchors(), outbound, dataSource, keys, workspace.home(), workspace.environment(), clock);
    }

    @Bean
    DigestPost digestPost(PipelineSettings settings, OutboundClient outbound) {
        return new DigestPost(settings.digests(), outbound);
    }

    @Bean
    @DependsOnDatabaseInitialization
    ReportConnections reportConnections(DataSource dataSource) throws SQLException {
        return new ReportConnections(dataSource);
    }

    @Bean
    Wakeups wakeups(
            PipelineSettings settings,
            OutboundClient outbound,
            DataSource dataSource,
            ReportConnections ofReports,
            Keyring keys,
            PlatformTransactionManager transactions,
            Clock clock) {
        return new Wakeups(
                settings.wakeups(),
                settings.templates(),
                outbound,
                new Wakeups.Connections(dataSource, transactions),
                new Wakeups.Connections(ofReports.connections(), new JdbcTransactionManager(ofReports.connections())),
                keys,
                clock);
    }

    @Bean
    LoginLimits loginLimits(PipelineSettings settings) {
        return settings.rights().logins();
    }

    @Bean
    Rectification rectification(
            PipelineSettings settings,
            OutboundClient outbound,
            DataSource dataSource,
            Keyring keys,
            PlatformTransactionManager transactions,
            Clock clock) {
        return new Rectification(
                settings.rectification(), settings.mappings(), outbound, dataSource, keys, transactions, clock);
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
        store.write(settings.rights(), settings.mappings());
        return store;
    }
}
