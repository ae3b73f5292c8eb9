package io.konsens.browser;

import io.konsens.testing.SalesTeam;
import io.konsens.testing.ThrowAwayPostgres;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** The whole application with the {@link SalesTeam}, for people at browsers. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "konsens.demo=false",
            "konsens.language=de",
            "konsens.data-dir=target/sales-team-${konsens.fork:1}",
            "konsens.identity.initial-password=" + SalesTeam.PASSWORD,
            // Without an administrator the task list shows nothing.
            "konsens.admin-password=" + SalesTeam.PASSWORD,
            "camunda.bpm.job-execution.enabled=false",
        })
@ContextConfiguration(initializers = ThrowAwayPostgres.class)
@Import(SalesTeam.class)
@interface SalesTeamInBrowsers {}
