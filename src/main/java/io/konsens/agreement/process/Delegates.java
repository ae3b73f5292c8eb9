package io.konsens.agreement.process;

import io.konsens.agreement.application.LinePreparation;
import io.konsens.agreement.application.Steps;
import io.konsens.agreement.application.TransferTargets;
import io.konsens.handover.TargetSystem;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service tasks of the process model, by the name the model calls them: each is one use case. */
@Configuration
class Delegates {

    @Bean
    JavaDelegate prepareLines(LinePreparation lines) {
        return execution -> lines.prepare(execution.getProcessBusinessKey());
    }

    @Bean
    JavaDelegate freezeFigures(Steps steps) {
        return execution -> steps.freeze(execution.getProcessBusinessKey());
    }

    @Bean
    JavaDelegate assignTargets(Steps steps) {
        return execution -> steps.assign(execution.getProcessBusinessKey());
    }

    @Bean
    JavaDelegate transferToCrm(TransferTargets targets) {
        return execution -> targets.transfer(execution.getProcessBusinessKey(), TargetSystem.CRM);
    }

    @Bean
    JavaDelegate transferToErp(TransferTargets targets) {
        return execution -> targets.transfer(execution.getProcessBusinessKey(), TargetSystem.ERP);
    }

    @Bean
    JavaDelegate completeHandover(TransferTargets targets) {
        return execution -> execution.setVariable(
                ProcessNames.HANDOVER,
                targets.complete(execution.getProcessBusinessKey()).name());
    }
}
