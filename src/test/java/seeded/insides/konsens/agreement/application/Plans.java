package seeded.insides.konsens.agreement.application;

import seeded.insides.konsens.planning.imports.Files;

class Plans {
    Files files;
}
