package io.konsens.seeded.agreement.application;

import io.konsens.seeded.agreement.web.KnowsTheEngine;
import io.konsens.seeded.demo.DemoThing;
import io.konsens.seeded.handover.file.Inside;
import io.konsens.seeded.notice.mail.InsideNotices;
import io.konsens.seeded.planning.imports.KnowsMyBatis;

public class KnowsTheWeb {

    KnowsTheEngine web;
    KnowsMyBatis insideAnotherModule;
    Inside insideYetAnother;
    InsideNotices insideAFurther;
    DemoThing demo;
}
