package io.konsens.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;

/** Everybody knows the passwords of the demo. */
class DemoDoorTest {

    @Test
    void the_demo_is_reached_from_this_machine_only() {
        TomcatServletWebServerFactory server = new TomcatServletWebServerFactory();

        new DemoDoor().customize(server);

        assertThat(server.getAddress().isLoopbackAddress()).isTrue();
    }
}
