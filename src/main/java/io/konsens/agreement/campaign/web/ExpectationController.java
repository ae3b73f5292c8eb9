package io.konsens.agreement.campaign.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.konsens.agreement.campaign.Expectation;
import io.konsens.agreement.campaign.Expectations;
import io.konsens.agreement.web.Amounts;
import io.konsens.platform.CurrentCaller;
import io.konsens.platform.Problem;
import io.konsens.platform.Refusal;
import java.util.ArrayList;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Top-down expectations: process owners write, managers read those of their own unit and below. */
@RestController
@RequestMapping("/api/v1/periods/{periodId}/expectations")
class ExpectationController {

    private final Expectations expectations;
    private final ExpectationTable table;
    private final CurrentCaller caller;

    ExpectationController(Expectations expectations, ExpectationTable table, CurrentCaller caller) {
        this.expectations = expectations;
        this.table = table;
        this.caller = caller;
    }

    /** Every unit the caller may see × every metric. */
    @GetMapping
    List<ExpectationTable.Cell> all(@PathVariable String periodId) {
        return table.cells(periodId, caller.get());
    }

    /** @param changes {@code [{orgUnit, metric, amount}]}; those not named stay */
    @PutMapping
    List<ExpectationTable.Cell> save(@PathVariable String periodId, @RequestBody List<JsonNode> changes) {
        expectations.save(periodId, read(changes), caller.get());
        return all(periodId);
    }

    private static List<Expectation> read(List<JsonNode> changes) {
        List<Expectation> read = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (int row = 0; row < changes.size(); row++) {
            JsonNode change = changes.get(row);
            try {
                read.add(new Expectation(
                        change.path("orgUnit").asText(),
                        change.path("metric").asText(),
                        Amounts.read(change, "amount")));
            } catch (Refusal refusal) {
                for (Problem problem : refusal.problems()) {
                    problems.add(new Problem(row, problem.field(), problem.code(), problem.args()));
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new Refusal(Refusal.Kind.INVALID, problems);
        }
        return read;
    }
}
