package seeded.engine.konsens.agreement.application;

import org.camunda.bpm.engine.TaskService;

class Plans {
    TaskService tasks;
}
