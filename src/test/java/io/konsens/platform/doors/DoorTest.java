package io.konsens.platform.doors;

import io.konsens.testing.SalesTeam;
import io.konsens.testing.ThrowAwayPostgres;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** The whole application behind its doors, with the {@link SalesTeam} and without demo data: one for all these tests. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "konsens.demo=false",
            "konsens.data-dir=target/door-test-${konsens.fork:1}",
            "konsens.identity.initial-password=" + SalesTeam.PASSWORD,
            "konsens.admin-password=" + SalesTeam.PASSWORD,
            "camunda.bpm.webapp.auth.cache.time-to-live=500",
            "camunda.bpm.job-execution.enabled=false",
        })
@ContextConfiguration(initializers = ThrowAwayPostgres.class)
@Import(SalesTeam.class)
public @interface DoorTest {}
