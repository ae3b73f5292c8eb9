package io.konsens.agreement.process;

import io.konsens.testing.PlayedTime;
import io.konsens.testing.SalesTeam;
import io.konsens.testing.ThrowAwayPostgres;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** The whole application without demo data and without a job executor: a test says itself when a job runs. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "konsens.demo=false",
            "konsens.data-dir=target/process-test",
            "konsens.identity.initial-password=" + SalesTeam.PASSWORD,
            "camunda.bpm.job-execution.enabled=false",
            "konsens.notice.look-every=1d",
        })
@ContextConfiguration(initializers = ThrowAwayPostgres.class)
@Import({ProcessCoverage.class, SalesTeam.class, PlayedTime.class})
@interface ProcessTest {}
