package org.childfile.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class MeterNamesTest {

    @Test
    void aReceiptIsCountedAsACall() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        registry.config().meterFilter(MeterNames.receiptsAreCalls());

        registry.counter("http.server.requests", "uri", "/api/v1/wakeups/{id}/receipt")
                .increment();
        registry.counter("http.server.requests", "uri", "/api/v1/wakeups/{id}").increment();

        assertThat(registry.getMeters())
                .singleElement()
                .satisfies(meter -> assertThat(meter.getId().getTag("uri")).isEqualTo("/api/v1/wakeups/{id}"));
        assertThat(registry.counter("http.server.requests", "uri", "/api/v1/wakeups/{id}")
                        .count())
                .isEqualTo(2);
    }
}
