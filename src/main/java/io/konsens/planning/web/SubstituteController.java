package io.konsens.planning.web;

import io.konsens.planning.Substitutes;
import io.konsens.planning.Substitution;
import io.konsens.platform.CurrentCaller;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who stands in for whom: one's own, and everybody's for process owners. */
@RestController
@RequestMapping("/api/v1/substitutes")
class SubstituteController {

    private final Substitutes substitutes;
    private final CurrentCaller caller;

    SubstituteController(Substitutes substitutes, CurrentCaller caller) {
        this.substitutes = substitutes;
        this.caller = caller;
    }

    /** @param absentId null for the caller; days are inclusive */
    record NewSubstitution(
            @Nullable String absentId,
            @Nullable String substituteId,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    record SubstitutionView(
            String id,
            String absentId,
            String absentName,
            String substituteId,
            String substituteName,
            LocalDate from,
            LocalDate to,
            Substitution.State state,
            String namedBy) {}

    @GetMapping
    List<SubstitutionView> list() {
        return substitutes.seenBy(caller.get()).stream().map(this::view).toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    SubstitutionView name(@RequestBody NewSubstitution asked) {
        return view(substitutes.name(asked.absentId(), asked.substituteId(), asked.from(), asked.to(), caller.get()));
    }

    @PostMapping("/{id}/end")
    SubstitutionView end(@PathVariable String id) {
        return view(substitutes.end(id, caller.get()));
    }

    private SubstitutionView view(Substitution one) {
        return new SubstitutionView(
                one.substitutionId(),
                one.absentId(),
                one.absentName(),
                one.substituteId(),
                one.substituteName(),
                one.firstDay(),
                one.lastDay(),
                one.state(substitutes.today()),
                one.namedBy());
    }
}
