package io.konsens.agreement.process;

import io.konsens.agreement.application.Step;
import io.konsens.platform.TaskInputs;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Puts the {@link StepListener} on every step of every agreement model, however it was redrawn: no model can leave out
 * what checks a step.
 */
@Component
class StepParseListener extends AbstractCamundaConfiguration implements TaskInputs {

    /** Not there yet when the engine is configured. */
    private final ObjectProvider<StepListener> listener;

    StepParseListener(ObjectProvider<StepListener> listener) {
        this.listener = listener;
    }

    @Override
    public Optional<Set<String>> allowed(String processKey, String taskDefinitionKey) {
        return ProcessNames.isOurs(processKey)
                ? Optional.of(
                        ProcessNames.step(taskDefinitionKey).map(Step::inputs).orElse(Set.of()))
                : Optional.empty();
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.getCustomPostBPMNParseListeners().add(new AbstractBpmnParseListener() {
            @Override
            public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
                String process = ((ProcessDefinitionEntity) activity.getProcessDefinition()).getKey();
                if (ProcessNames.isOurs(process)
                        && ProcessNames.step(activity.getId()).isPresent()) {
                    attach(((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition());
                }
            }
        });
    }

    private void attach(TaskDefinition task) {
        TaskListener late = delegateTask -> listener.getObject().notify(delegateTask);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, late);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, late);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, late);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, late);
    }
}
