package io.konsens.agreement.workbook;

import io.konsens.agreement.application.Metrics;
import io.konsens.agreement.application.RuleText;
import io.konsens.agreement.application.RuleTexts;
import io.konsens.agreement.domain.Metric;
import io.konsens.agreement.domain.PlanLine;
import io.konsens.agreement.domain.Plausibility;
import io.konsens.agreement.domain.Rules;
import io.konsens.agreement.domain.TargetAgreement;
import io.konsens.agreement.domain.Unit;
import io.konsens.planning.Employee;
import io.konsens.planning.Organisation;
import io.konsens.platform.KonsensProperties;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes the plan of an agreement into a workbook, for one step and in one language. */
@Component
class PlanWorkbook {

    private final Metrics metrics;
    private final RuleTexts rules;
    private final Organisation organisation;
    private final MessageSource messages;
    private final KonsensProperties properties;
    private final Clock clock;

    PlanWorkbook(
            Metrics metrics,
            RuleTexts rules,
            Organisation organisation,
            MessageSource messages,
            KonsensProperties properties,
            Clock clock) {
        this.metrics = metrics;
        this.rules = rules;
        this.organisation = organisation;
        this.messages = messages;
        this.properties = properties;
        this.clock = clock;
    }

    byte[] write(TargetAgreement agreement, WorkbookStep step, Locale locale) {
        Map<String, Metric> byId = metrics.byId();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Konsens", null)) {
            PlanSheet sheet = new PlanSheet(
                    workbook.newWorksheet(say(locale, "workbook.sheet", agreement.periodId())),
                    step,
                    agreement.lines().size());
            sheet.mark(agreement.agreementId(), locale.getLanguage());
            sheet.title(title(agreement, locale), say(locale, "workbook.hint." + step));
            sheet.header(column -> column.title(messages, locale));
            sheet.totals(say(locale, "workbook.total", agreement.currency()), agreement.currency());
            for (PlanLine line : agreement.lines()) {
                Metric metric = byId.get(line.metric());
                Entry base = step.entry(line, metric.unit());
                sheet.line(line.lineId(), line.version(), base, metric.unit(), step.isOpen(agreement, line));
                for (Column column : step.columns()) {
                    sheet.value(column, value(agreement, line, column, metric, locale), metric.unit());
                }
            }
            sheet.finish(say(locale, "enum.Answer.Choice.ACCEPT"), say(locale, "enum.Answer.Choice.REJECT"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** What a column shows of a line; null for nothing, and for what the workbook calculates. */
    private @Nullable Object value(
            TargetAgreement agreement, PlanLine line, Column column, Metric metric, Locale locale) {
        return switch (column) {
            case METRIC -> metric.in(locale);
            case ACCOUNT -> line.accountName();
            case PRODUCT_GROUP -> line.productGroup();
            case UNIT -> unit(metric.unit(), agreement.currency(), locale);
            case BASELINE -> line.baseline();
            case PLAN -> line.plan();
            case CHECK -> unusual(agreement, line, locale);
            case COMMENT -> line.planComment();
            case PROPOSAL -> line.proposal();
            case REASON -> line.proposalReason();
            case RESPONSE -> line.response() == null ? null : say(locale, "enum.Answer.Choice." + line.response());
            case RESPONSE_COMMENT -> line.responseComment();
            case AGREED -> line.agreed();
            case LINE, VERSION, BASE_VALUE, BASE_TEXT, CHANGE, CHANGE_PERCENT, GAP, MIDDLE -> null;
        };
    }

    private String unit(Unit unit, String currency, Locale locale) {
        return unit == Unit.CURRENCY ? currency : say(locale, "enum.Unit." + unit);
    }

    private @Nullable String unusual(TargetAgreement agreement, PlanLine line, Locale locale) {
        if (line.plan() == null || line.plausibility() == Plausibility.OK || line.plausibilityRule() == null) {
            return null;
        }
        return rules.of(Rules.PLAUSIBILITY, agreement.ruleVersion(Rules.PLAUSIBILITY))
                .getOrDefault(line.plausibilityRule(), new RuleText(""))
                .in(locale);
    }

    private String title(TargetAgreement agreement, Locale locale) {
        return say(
                locale,
                "workbook.title",
                organisation.employee(agreement.repId()).map(Employee::name).orElse(agreement.repId()),
                agreement.periodId(),
                say(locale, "enum.AgreementState." + agreement.state()),
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(locale)
                        .format(clock.instant().atZone(properties.zone())));
    }

    private String say(Locale locale, String key, Object... args) {
        return messages.getMessage(key, args, locale);
    }
}
