package io.konsens.demo;

import io.konsens.platform.KonsensProperties;
import io.konsens.platform.ShiftableClock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** Everything of the demo, and only in demo mode: an installation without it cannot even reach this code. */
@Configuration
@ConditionalOnProperty("konsens.demo")
@Import({
    DemoStart.class,
    DemoCompany.class,
    DemoOrders.class,
    DemoStory.class,
    Stage.class,
    DemoDoor.class,
    DemoWelcome.class
})
class DemoConfiguration {

    @Bean
    @Primary
    ShiftableClock demoClock(KonsensProperties properties) {
        return new ShiftableClock(properties.zone());
    }
}
