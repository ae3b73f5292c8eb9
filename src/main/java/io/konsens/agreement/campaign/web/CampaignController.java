package io.konsens.agreement.campaign.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.konsens.agreement.application.FindAgreements;
import io.konsens.agreement.campaign.CampaignFailure;
import io.konsens.agreement.campaign.CampaignStart;
import io.konsens.agreement.campaign.CampaignWorker;
import io.konsens.agreement.campaign.StartCampaign;
import io.konsens.planning.Employee;
import io.konsens.platform.CurrentCaller;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The planning campaign of a period: starting it, and seeing where it stands. */
@RestController
@RequestMapping("/api/v1/periods/{periodId}/campaign")
class CampaignController {

    private final StartCampaign startCampaign;
    private final CampaignWorker worker;
    private final FindAgreements find;
    private final CurrentCaller caller;

    CampaignController(StartCampaign startCampaign, CampaignWorker worker, FindAgreements find, CurrentCaller caller) {
        this.startCampaign = startCampaign;
        this.worker = worker;
        this.find = find;
        this.caller = caller;
    }

    /**
     * @param total agreements the caller may see, and {@code byState} and {@code overdue} of them
     * @param withoutManager planners nobody can agree with, by employee id; they get no agreement
     * @param start how far the start has come; null if there was none yet, and for everybody but process owners
     * @param failures the first of those that could not be started
     */
    record CampaignView(
            int total,
            Map<String, Long> byState,
            int overdue,
            List<String> withoutManager,
            @JsonUnwrapped @Nullable CampaignStart start,
            List<CampaignFailure> failures) {}

    /** Starts it in the background, or finishes starting it: who has an agreement keeps it. */
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    CampaignView start(@PathVariable String periodId) {
        startCampaign.start(periodId, caller.get());
        worker.begin();
        return progress(periodId);
    }

    /** Stops starting: what is not started yet is not, until the campaign is started again. */
    @DeleteMapping
    CampaignView cancel(@PathVariable String periodId) {
        startCampaign.cancel(periodId, caller.get());
        return progress(periodId);
    }

    @GetMapping
    CampaignView progress(@PathVariable String periodId) {
        FindAgreements.Progress progress = find.progress(periodId, caller.get());
        return new CampaignView(
                progress.total(),
                progress.byState(),
                progress.overdue(),
                startCampaign.withoutManager().stream()
                        .map(Employee::employeeId)
                        .toList(),
                startCampaign.progress(periodId, caller.get()).orElse(null),
                startCampaign.failures(periodId, caller.get()));
    }
}
