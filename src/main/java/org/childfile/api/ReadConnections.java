package org.childfile.api;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import org.childfile.access.audit.AccessLog;
import org.childfile.access.privacy.Keyring;
import org.childfile.access.readmodel.ReadQuery;
import org.childfile.access.readmodel.ReadStore;
import org.childfile.access.rights.Claims;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The connections by which the API reads; apart from the pipeline's, so that neither waits for the other. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class ReadConnections {

    private static final int CONNECTIONS = 8;
    private static final int CONNECTIONS_OF_REPORTS = 2;

    /** Kept out of sight of Spring's own DataSource. */
    record Pool(HikariDataSource connections) implements AutoCloseable {
        @Override
        public void close() {
            connections.close();
        }
    }

    @Bean
    Pool readPool(
            @Value("${spring.datasource.url}") String url,
            @Value("${childfile.door.username}") String user,
            @Value("${childfile.door.password}") String password) {
        return pool("childfile-api", CONNECTIONS, 10_000, url, user, password);
    }

    /** For reports of abuse alone. */
    @Bean
    Pool reportPool(
            @Value("${spring.datasource.url}") String url,
            @Value("${childfile.door.username}") String user,
            @Value("${childfile.door.password}") String password) {
        return pool("childfile-api-reports", CONNECTIONS_OF_REPORTS, 3_000, url, user, password);
    }

    private static Pool pool(String name, int most, int timeoutMillis, String url, String user, String password) {
        HikariDataSource connections = new HikariDataSource();
        connections.setPoolName(name);
        connections.setJdbcUrl(url);
        connections.setUsername(user);
        connections.setPassword(password);
        connections.setMaximumPoolSize(most);
        connections.setConnectionTimeout(timeoutMillis);
        connections.setConnectionInitSql("set time zone 'Asia/Shanghai'");
        connections.addDataSourceProperty("ApplicationName", "childfile-api");
        connections.addDataSourceProperty("logServerErrorDetail", "false");
        connections.addDataSourceProperty("prepareThreshold", "2");
        connections.addDataSourceProperty("options", "-c jit=off -c statement_timeout=15s");
        return new Pool(connections);
    }

    @Bean
    ReadStore readStore(Pool readPool, Keyring keys) {
        return new ReadStore(readPool.connections(), text -> keys.texts().clear(text));
    }

    /** Written by the program's own connections: who reads cannot write. */
    @Bean
    AccessRecorder seen(AccessLog log) {
        return new AccessRecorder(log);
    }

    @Bean
    ChangeNotifier changeBell(ReadStore store) {
        // The positions of changes name nobody, so nobody in particular asks.
        Claims nobody = new Claims("childfile", "auditor", "audit", List.of(), List.of(), null, "api");
        return new ChangeNotifier(() ->
                store.rows(nobody, ReadQuery.of("change-latest")).getFirst().number("position"));
    }
}
