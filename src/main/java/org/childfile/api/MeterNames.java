package org.childfile.api;

import io.micrometer.core.instrument.config.MeterFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the counters of requests are called. Only who reported abuse is sent to a receipt, so receipts are counted as calls. */
@Configuration(proxyBeanMethods = false)
class MeterNames {

    @Bean
    static MeterFilter receiptsAreCalls() {
        return MeterFilter.replaceTagValues(
                "uri", uri -> uri.endsWith("/receipt") ? uri.substring(0, uri.length() - "/receipt".length()) : uri);
    }
}
