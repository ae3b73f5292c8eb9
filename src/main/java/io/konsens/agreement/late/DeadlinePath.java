package io.konsens.agreement.late;

import static io.konsens.agreement.application.Step.ALIGN_TARGETS;
import static io.konsens.agreement.application.Step.ANSWER_PROPOSALS;
import static io.konsens.agreement.application.Step.CONFIRM_REP;
import static io.konsens.agreement.application.Step.REVIEW_PLAN;

import io.konsens.agreement.application.Step;
import io.konsens.agreement.application.StepTimes;
import io.konsens.calendar.WorkingDays;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.stereotype.Component;

/** The day an agreement is confirmed on if every step takes all the days it has: the rounds, the talk, no dispute. */
@Component
class DeadlinePath {

    private static final List<Step> ROUND = List.of(REVIEW_PLAN, ANSWER_PROPOSALS);

    private final StepTimes times;

    DeadlinePath(StepTimes times) {
        this.times = times;
    }

    LocalDate end(Running agreement, LocalDate today, ZoneId zone) {
        int days = 0;
        for (Step step : afterPresentStep(agreement)) {
            days += times.dueDays(agreement.deadlinesVersion(), step, agreement.orgUnit());
        }
        return workingDays(agreement).after(presentStepDone(agreement, today, zone), days);
    }

    WorkingDays workingDays(Running agreement) {
        return times.workingDays(agreement.calendarVersion(), agreement.orgUnit());
    }

    /** When it is due; what is overdue is done today at the earliest. */
    private static LocalDate presentStepDone(Running agreement, LocalDate today, ZoneId zone) {
        if (agreement.stepDue() == null) {
            return today;
        }
        LocalDate due = LocalDate.ofInstant(agreement.stepDue(), zone);
        return due.isBefore(today) ? today : due;
    }

    private static List<Step> afterPresentStep(Running agreement) {
        List<Step> steps = new ArrayList<>();
        int roundsLeft = agreement.roundsAllowed() - agreement.round();
        switch (agreement.state()) {
            case PLANNING -> steps.addAll(rounds(roundsLeft + 1));
            case REVIEW -> {
                steps.add(ANSWER_PROPOSALS);
                steps.addAll(rounds(roundsLeft));
            }
            case RESPONSE -> steps.addAll(rounds(roundsLeft));
            default -> {}
        }
        switch (agreement.state()) {
            case PLANNING, REVIEW, RESPONSE, DISPUTE -> Collections.addAll(steps, ALIGN_TARGETS, CONFIRM_REP);
            case ALIGNMENT -> steps.add(CONFIRM_REP);
            default -> {}
        }
        return steps;
    }

    private static List<Step> rounds(int count) {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            steps.addAll(ROUND);
        }
        return steps;
    }
}
