package io.konsens.seeded.agreement.web;

import org.camunda.bpm.engine.RuntimeService;
import org.springframework.beans.factory.annotation.Autowired;

public class KnowsTheEngine {

    @Autowired
    RuntimeService engine;
}
