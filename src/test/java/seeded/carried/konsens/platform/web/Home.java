package seeded.carried.konsens.platform.web;

import seeded.carried.konsens.planning.Periods;

class Home {
    Periods periods;
}
