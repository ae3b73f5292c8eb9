package io.konsens.agreement.process;

import io.konsens.agreement.application.Step;
import io.konsens.planning.Employee;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;

/** Every string the process models and the code must agree on. A test holds them against the models. */
public final class ProcessNames {

    public static final String PROCESS = "targetAgreement";
    /** What the negotiation calls once both have confirmed, and what runs again when figures are to be sent again. */
    public static final String HANDOVER_PROCESS = "handover";

    static final String[] PROCESSES = {PROCESS, HANDOVER_PROCESS};

    public static final String MESSAGE_WITHDRAWN = "agreementWithdrawn";
    public static final String MESSAGE_REASSIGNED = "agreementReassigned";

    /** User tasks by element id. Their stem, without the prefix, names form, timers and rows of table deadlines. */
    public static final Map<String, Step> STEPS = Map.of(
            "userTask_planTargets", Step.PLAN_TARGETS,
            "userTask_reviewPlan", Step.REVIEW_PLAN,
            "userTask_answerProposals", Step.ANSWER_PROPOSALS,
            "userTask_alignTargets", Step.ALIGN_TARGETS,
            "userTask_resolveDispute", Step.RESOLVE_DISPUTE,
            "userTask_confirmRep", Step.CONFIRM_REP,
            "userTask_confirmManager", Step.CONFIRM_MANAGER,
            "userTask_correctHandover", Step.CORRECT_HANDOVER);

    private static final String USER_TASK = "userTask_";

    static final String AGREEMENT_ID = "agreementId";
    static final String PERIOD_ID = "periodId";
    static final String REP = "rep";
    static final String REP_NAME = "repName";
    static final String MANAGER = "manager";
    static final String MANAGER_NAME = "managerName";
    static final String DISPUTE_RESOLVER = "disputeResolver";
    /** Greater than one for an adjustment. */
    static final String REVISION = "revision";

    static final String ORG_UNIT = "orgUnit";
    static final String SENIORITY = "seniority";
    static final String ROUND = "round";
    static final String ROUNDS_ALLOWED = "roundsAllowed";
    static final String OPEN_PROPOSALS = "openProposals";
    static final String OPEN_DEVIATIONS = "openDeviations";
    static final String DEVIATION_PERCENT = "deviationPercent";
    static final String CONSENSUS = "consensus";
    static final String OUTCOME = "outcome";
    static final String DECLINED = "declined";
    static final String HANDOVER = "handover";
    static final String DUE_DATE = "stepDue";
    static final String LANGUAGE = "language";
    /** With the version of a decision an agreement keeps: iterationLimitVersion, deadlinesVersion, … */
    static final String VERSION = "Version";

    /** Carried by the messages, only as long as their own branch of the process runs. */
    static final String REASON = "reason";

    static final String NEW_MANAGER = "newManager";

    private ProcessNames() {}

    /** Whether a process is one of ours. */
    static boolean isOurs(String processKey) {
        return List.of(PROCESSES).contains(processKey);
    }

    static Optional<Step> step(String elementId) {
        return Optional.ofNullable(STEPS.get(elementId));
    }

    static String stem(String userTaskId) {
        return userTaskId.substring(USER_TASK.length());
    }

    static String stem(Step step) {
        return STEPS.entrySet().stream()
                .filter(entry -> entry.getValue() == step)
                .map(entry -> stem(entry.getKey()))
                .findFirst()
                .orElseThrow();
    }

    static String elementId(String stem) {
        return USER_TASK + stem;
    }

    /** The variables that say who leads an agreement. */
    static VariableMap managed(Employee manager, @Nullable Employee mediator) {
        return Variables.createVariables()
                .putValue(MANAGER, manager.login())
                .putValue(MANAGER_NAME, manager.name())
                .putValue(DISPUTE_RESOLVER, mediator == null ? null : mediator.login());
    }
}
