package io.konsens.platform.engine;

import io.konsens.platform.ModelCheck;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/** Puts our guards into the engine, below every door that leads to it. */
@Component
class EngineSetup extends AbstractCamundaConfiguration {

    private final ApplicationContext context;
    private final TaskInputGuard taskInputGuard;
    private final RefusalTranslator refusalTranslator;
    private final List<ModelCheck> modelChecks;

    EngineSetup(
            ApplicationContext context,
            TaskInputGuard taskInputGuard,
            RefusalTranslator refusalTranslator,
            List<ModelCheck> modelChecks) {
        this.context = context;
        this.taskInputGuard = taskInputGuard;
        this.refusalTranslator = refusalTranslator;
        this.modelChecks = modelChecks;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        ((SpringProcessEngineConfiguration) configuration)
                .setExpressionManager(new GuardedExpressionManager(context, ModelBeans.of(context)));
        configuration.setResourceAuthorizationProvider(new OwnRights());
        configuration.setCustomPreDeployers(List.of(new DeploymentPolicy(modelChecks)));
        configuration.setCustomPreCommandInterceptorsTxRequired(List.of(refusalTranslator.interceptor()));
        configuration.setCustomPreCommandInterceptorsTxRequiresNew(List.of(refusalTranslator.interceptor()));
        configuration.setCustomPostCommandInterceptorsTxRequired(List.of(taskInputGuard.interceptor()));
        configuration.setCustomPostCommandInterceptorsTxRequiresNew(List.of(taskInputGuard.interceptor()));
    }
}
