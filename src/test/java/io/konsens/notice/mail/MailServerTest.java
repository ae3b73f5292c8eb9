package io.konsens.notice.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.konsens.notice.NoticeProperties;
import io.konsens.platform.KonsensProperties;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** When mails leave the house at all; all else about them is in {@link PostmanTest}. */
class MailServerTest {

    private final ApplicationContextRunner installation = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withConfiguration(AutoConfigurations.of(MailSenderAutoConfiguration.class))
            .withUserConfiguration(Settings.class)
            .withBean(MailServer.class)
            .withPropertyValues("spring.mail.host=mail.example.com", "konsens.notice.from=konsens@example.com");

    @EnableConfigurationProperties({KonsensProperties.class, NoticeProperties.class})
    static class Settings {}

    @Test
    void a_configured_server_is_used() {
        installation
                .withPropertyValues("konsens.demo=false")
                .run(context ->
                        assertThat(context.getBean(MailServer.class).isOn()).isTrue());
    }

    @Test
    void the_demo_sends_nothing_whatever_is_configured() {
        installation
                .withPropertyValues("konsens.demo=true")
                .run(context ->
                        assertThat(context.getBean(MailServer.class).isOn()).isFalse());
    }

    @Test
    void without_a_server_nothing_is_sent() {
        installation
                .withPropertyValues("konsens.demo=false", "spring.mail.host=")
                .run(context ->
                        assertThat(context.getBean(MailServer.class).isOn()).isFalse());
    }

    @Test
    void a_server_without_a_sender_is_a_mistake_said_at_the_start() {
        installation
                .withPropertyValues("konsens.demo=false", "konsens.notice.from=")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("konsens.notice.from is not set"));
    }
}
