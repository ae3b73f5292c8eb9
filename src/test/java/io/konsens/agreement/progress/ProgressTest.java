package io.konsens.agreement.progress;

import io.konsens.testing.ThrowAwayPostgres;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.annotation.Transactional;

/** The application on an empty PostgreSQL, at noon of a certain day; each test leaves it empty. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        properties = {
            "konsens.demo=false",
            "camunda.bpm.job-execution.enabled=false",
            "konsens.campaign.threads=0",
            "konsens.zone=Europe/Berlin"
        })
@ContextConfiguration(initializers = ThrowAwayPostgres.class)
@Import(ProgressTest.AtNoon.class)
@DirtiesContext
@Transactional
@interface ProgressTest {

    Instant NOW = Instant.parse("2026-11-05T11:00:00Z");

    @TestConfiguration
    class AtNoon {

        @Bean
        @Primary
        Clock stopped() {
            return Clock.fixed(NOW, ZoneId.of("Europe/Berlin"));
        }
    }
}
