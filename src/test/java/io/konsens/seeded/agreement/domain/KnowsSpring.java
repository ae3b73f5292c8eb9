package io.konsens.seeded.agreement.domain;

import org.springframework.stereotype.Component;

@Component
public class KnowsSpring {

    double amount;
}
