package io.konsens.agreement.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.konsens.agreement.application.AgreementAccess;
import io.konsens.agreement.application.ChangeLines;
import io.konsens.agreement.domain.LineChange;
import io.konsens.agreement.domain.PlanLine;
import io.konsens.agreement.domain.StaleLine;
import io.konsens.agreement.domain.TargetAgreement;
import io.konsens.platform.CurrentCaller;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The figures of an agreement, one or many at a time. */
@RestController
@RequestMapping("/api/v1/agreements/{id}/lines")
class LineController {

    private final ChangeLines changeLines;
    private final AgreementAccess access;
    private final AgreementViews views;
    private final CurrentCaller caller;

    LineController(ChangeLines changeLines, AgreementAccess access, AgreementViews views, CurrentCaller caller) {
        this.changeLines = changeLines;
        this.access = access;
        this.views = views;
        this.caller = caller;
    }

    @PatchMapping("/{lineId}")
    LineView change(@PathVariable String id, @PathVariable String lineId, @RequestBody JsonNode body) {
        return change(id, List.of(LineChanges.read(lineId, body))).get(0);
    }

    /** All or nothing. */
    @PostMapping
    List<LineView> changeMany(@PathVariable String id, @RequestBody JsonNode body) {
        return change(id, LineChanges.readAll(body));
    }

    /** Body: {@code {metric?, accountId, productGroup}}. */
    @PostMapping("/new")
    @ResponseStatus(HttpStatus.CREATED)
    LineView add(@PathVariable String id, @RequestBody JsonNode body) {
        PlanLine line = changeLines.add(
                id,
                LineChanges.text(body, "metric"),
                LineChanges.text(body, "accountId"),
                LineChanges.text(body, "productGroup"),
                caller.get());
        return view(id, line.lineId());
    }

    private List<LineView> change(String id, List<LineChange> changes) {
        try {
            TargetAgreement changed = changeLines.change(id, changes, caller.get());
            return views.lines(
                    changed,
                    changes.stream()
                            .map(change -> changed.line(change.lineId()))
                            .toList());
        } catch (StaleLine stale) {
            throw stale.showing(view(id, stale.lineId()));
        }
    }

    private LineView view(String id, String lineId) {
        TargetAgreement agreement = access.visible(id, caller.get());
        return views.lines(agreement, List.of(agreement.line(lineId))).get(0);
    }
}
