package seeded.domain.konsens.agreement.domain;

import org.springframework.stereotype.Component;

@Component
class Target {}
