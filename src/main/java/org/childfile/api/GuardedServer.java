package org.childfile.api;

import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * What the servers of both ports have, that of the API and that of health and metrics: limits for connections, and refusals as
 * problem documents. The first one finds it in this package, the second one by its name in {@code META-INF/spring}.
 */
@ManagementContextConfiguration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class GuardedServer {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> guarded(Environment environment) {
        int perAddress = environment.getProperty(
                "childfile.connections-per-address", Integer.class, ConnectionLimits.USUAL.perAddress());
        ConnectionLimits limits =
                new ConnectionLimits(ConnectionLimits.USUAL.headers(), ConnectionLimits.USUAL.body(), perAddress);
        return server -> {
            server.setProtocol(GuardedProtocol.class.getName());
            server.addConnectorCustomizers(connector -> {
                if (connector.getProtocolHandler() instanceof GuardedProtocol protocol) {
                    protocol.limit(limits);
                }
            });
            server.addContextCustomizers(ProblemValve::putInto);
        };
    }
}
