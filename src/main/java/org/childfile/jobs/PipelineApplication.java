package org.childfile.jobs;

import java.time.Clock;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The Spring application that runs jobs and serves; commands that only look at the warehouse do without it. */
@SpringBootApplication(scanBasePackages = "org.childfile")
public class PipelineApplication {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
