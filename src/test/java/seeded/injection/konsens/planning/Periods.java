package seeded.injection.konsens.planning;

import org.springframework.beans.factory.annotation.Autowired;

class Periods {
    @Autowired
    Runnable clock;
}
