package io.konsens.platform;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clock everything asks, so that a test can play a whole year. */
@Configuration
class TimeConfiguration {

    @Bean
    Clock clock(KonsensProperties properties) {
        return Clock.system(properties.zone());
    }
}
