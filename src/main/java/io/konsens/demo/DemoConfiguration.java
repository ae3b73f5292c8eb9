package io.konsens.demo;

import io.konsens.platform.KonsensProperties;
import java.net.InetAddress;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.server.ConfigurableServletWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

@Configuration
@ConditionalOnProperty("konsens.demo")
class DemoConfiguration {

    @Bean
    @Primary
    DemoClock demoClock(KonsensProperties properties) {
        return new DemoClock(Clock.system(properties.zone()));
    }

    /** Demo users have guessable passwords: nobody but this machine may come in. */
    @Bean
    WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> thisMachineOnly() {
        return factory -> factory.setAddress(InetAddress.getLoopbackAddress());
    }
}
