package io.konsens.agreement.process;

import io.konsens.platform.Refusal;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;

/** The engine wraps what its listeners throw; our callers want what was said. */
final class Refusals {

    private Refusals() {}

    static void unwrapped(Runnable engineCall) {
        try {
            engineCall.run();
        } catch (OptimisticLockingException e) {
            throw Refusal.conflict("step.changedMeanwhile");
        } catch (ProcessEngineException e) {
            for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
                if (cause instanceof Refusal refusal) {
                    throw refusal;
                }
            }
            throw e;
        }
    }
}
