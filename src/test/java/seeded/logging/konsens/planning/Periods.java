package seeded.logging.konsens.planning;

import java.util.logging.Logger;

class Periods {
    private static final Logger LOG = Logger.getLogger("periods");
}
