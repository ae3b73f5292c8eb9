package io.konsens.demo;

import java.net.InetAddress;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.annotation.Order;

/**
 * Everybody knows the passwords of the demo, so it can be reached from this machine only. Before Spring Boot's own
 * customizer, so that somebody who sets {@code server.address} can still decide otherwise.
 */
@Order(-1)
class DemoDoor implements WebServerFactoryCustomizer<ConfigurableWebServerFactory> {

    @Override
    public void customize(ConfigurableWebServerFactory server) {
        server.setAddress(InetAddress.getLoopbackAddress());
    }
}
