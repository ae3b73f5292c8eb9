package io.konsens.seeded.agreement.domain;

import java.time.Instant;
import org.springframework.stereotype.Component;

@Component
public class KnowsSpring {

    double amount;

    Instant change(Double amount) {
        return Instant.now();
    }
}
