package seeded.cycles.konsens.planning;

import seeded.cycles.konsens.handover.Handover;

public class Periods {
    Handover handover;
}
