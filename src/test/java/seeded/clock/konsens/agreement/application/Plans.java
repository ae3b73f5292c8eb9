package seeded.clock.konsens.agreement.application;

import java.time.LocalDate;
import java.time.ZoneOffset;

class Plans {
    LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}
