package io.konsens.seeded.platform;

import io.konsens.seeded.planning.imports.KnowsMyBatis;

public class KnowsAModule {

    KnowsMyBatis module;
}
