package seeded.arrows.konsens.agreement.application;

import seeded.arrows.konsens.agreement.web.PlanPage;

class Plans {
    PlanPage page;
}
