package io.konsens.agreement.web;

import io.konsens.agreement.application.FindAgreements;
import io.konsens.agreement.application.StartCampaign;
import io.konsens.platform.CurrentCaller;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
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
    private final FindAgreements find;
    private final CurrentCaller caller;

    CampaignController(StartCampaign startCampaign, FindAgreements find, CurrentCaller caller) {
        this.startCampaign = startCampaign;
        this.find = find;
        this.caller = caller;
    }

    /** @param withoutManager planners nobody can agree with, by employee id; they get no agreement */
    record CampaignView(int total, Map<String, Long> byState, int overdue, List<String> withoutManager) {}

    /** Starts it, or finishes starting it: who has an agreement keeps it. */
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    CampaignView start(@PathVariable String periodId) {
        startCampaign.start(periodId, caller.get());
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
                        .map(planner -> planner.employeeId())
                        .toList());
    }
}
