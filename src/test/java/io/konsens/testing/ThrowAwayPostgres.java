package io.konsens.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A real PostgreSQL server for an application context of its own, gone with it. Nothing is kept, so nothing is forced to
 * disk, which makes it faster than the one the application would start for itself.
 */
public final class ThrowAwayPostgres implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        EmbeddedPostgres server = start();
        // Registered before every bean, so closed after all of them.
        ((DefaultSingletonBeanRegistry) context.getBeanFactory())
                .registerDisposableBean("throwAwayPostgres", server::close);
        TestPropertyValues.of("spring.datasource.url=" + server.getJdbcUrl("postgres", "postgres"))
                .applyTo(context);
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setRegisterShutdownHook(false)
                    .setLocaleConfig("locale", "C")
                    .setLocaleConfig("encoding", "UTF8")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
