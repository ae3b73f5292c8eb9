package io.konsens.notice.mail;

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

/** An installation that sends mails, to a server each test names; it looks for what is to be sent when a test says so. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "konsens.demo=false",
            "konsens.data-dir=target/mail-test-${konsens.fork:1}",
            "konsens.identity.initial-password=" + SalesTeam.PASSWORD,
            "camunda.bpm.job-execution.enabled=false",
            "konsens.notice.look-every=1d",
            "konsens.notice.url=https://konsens.example.org",
            "konsens.notice.from=Konsens <konsens@example.org>",
            "spring.mail.host=localhost",
            "spring.mail.properties.mail.smtp.timeout=700",
        })
@ContextConfiguration(initializers = ThrowAwayPostgres.class)
@Import({SalesTeam.class, PlayedTime.class})
@interface MailRoom {}
