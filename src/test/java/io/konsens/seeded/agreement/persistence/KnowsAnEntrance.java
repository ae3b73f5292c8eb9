package io.konsens.seeded.agreement.persistence;

import io.konsens.seeded.agreement.web.KnowsTheEngine;

public class KnowsAnEntrance {

    KnowsTheEngine web;
}
