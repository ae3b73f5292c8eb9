package io.konsens.agreement.process;

import io.konsens.agreement.domain.Rules;
import io.konsens.platform.ModelCheck;
import io.konsens.platform.Refusal;
import java.io.ByteArrayInputStream;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.springframework.stereotype.Component;

/**
 * Refuses a table {@code calendar} that names a region nobody knows, or hours and days that are none, while the process
 * owner is still looking. So its cells must be plain texts: what an expression gives would only be known when it is too
 * late.
 */
@Component
class CalendarCheck implements ModelCheck {

    @Override
    public void check(String fileName, byte[] model) {
        if (!fileName.endsWith("dmn")) {
            return;
        }
        var decision = Dmn.readModelFromStream(new ByteArrayInputStream(model)).getModelElementById(Rules.CALENDAR);
        if (decision == null) {
            return;
        }
        for (DecisionTable table : decision.getChildElementsByType(DecisionTable.class)) {
            List<String> columns =
                    table.getOutputs().stream().map(Output::getName).toList();
            for (Rule rule : table.getRules()) {
                check(fileName, columns, rule);
            }
        }
    }

    private static void check(String fileName, List<String> columns, Rule rule) {
        Map<String, String> texts = new HashMap<>();
        List<String> expressions = new ArrayList<>();
        List<OutputEntry> cells = List.copyOf(rule.getOutputEntries());
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i).getTextContent().strip();
            if (cell.matches("\"[^\"]*\"")) {
                texts.put(columns.get(i), cell.substring(1, cell.length() - 1));
            } else if (CalendarRow.COLUMNS.contains(columns.get(i))) {
                expressions.add((columns.get(i) + " " + cell).strip());
            }
        }
        if (!expressions.isEmpty()) {
            throw Refusal.invalid("calendar.notText", fileName, rule.getId(), String.join(", ", expressions));
        }
        try {
            new CalendarRow(texts::get).calendar();
        } catch (IllegalArgumentException | DateTimeException e) {
            throw Refusal.invalid("calendar.refused", fileName, rule.getId(), String.valueOf(e.getMessage()));
        }
    }
}
