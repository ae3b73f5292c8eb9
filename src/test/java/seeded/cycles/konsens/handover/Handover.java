package seeded.cycles.konsens.handover;

import seeded.cycles.konsens.planning.Periods;

public class Handover {
    Periods periods;
}
