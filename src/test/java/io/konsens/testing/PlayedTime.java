package io.konsens.testing;

import io.konsens.platform.KonsensProperties;
import io.konsens.platform.ShiftableClock;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A clock a test can set, and the engine's with it. */
@TestConfiguration
public class PlayedTime {

    @Bean
    @Primary
    ShiftableClock playedClock(KonsensProperties properties) {
        return new ShiftableClock(properties.zone());
    }
}
