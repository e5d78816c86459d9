package org.childfile.jobs;

import org.springframework.batch.core.repository.ExecutionContextSerializer;
import org.springframework.batch.core.repository.dao.JacksonExecutionContextStringSerializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What Spring Batch keeps between two attempts lies in the database as JSON that only a few harmless types are read from.
 * Its default, serialised Java objects, would let whoever can write one row run code in the next night.
 */
@Configuration(proxyBeanMethods = false)
class BatchContexts {

    @Bean
    ExecutionContextSerializer executionContextSerializer() {
        return new JacksonExecutionContextStringSerializer();
    }
}
