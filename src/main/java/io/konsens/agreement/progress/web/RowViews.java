package io.konsens.agreement.progress.web;

import io.konsens.agreement.domain.AgreementState;
import io.konsens.agreement.domain.Metric;
import io.konsens.agreement.progress.Figures;
import io.konsens.agreement.progress.Node;
import io.konsens.agreement.progress.ShownRows;
import io.konsens.agreement.progress.Standing;
import io.konsens.agreement.progress.Totals;
import io.konsens.planning.Organisation;
import io.konsens.platform.Caller;
import io.konsens.platform.Groups;
import io.konsens.platform.KonsensProperties;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Rows as the page shows them: everything as people of one language write it, empty where there is nothing to say. */
@Component
class RowViews {

    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private final Organisation organisation;
    private final ProgressTable table;
    private final KonsensProperties properties;

    RowViews(Organisation organisation, ProgressTable table, KonsensProperties properties) {
        this.organisation = organisation;
        this.table = table;
        this.properties = properties;
    }

    /**
     * @param change of what is planned against the same lines' prior year
     * @param gap top-down gap, and {@code over} what was assigned in excess, each with its sign
     * @param task whether to lead to the task, and {@code instance} to the process instance; who may not is refused there
     */
    public record RowView(
            ShownRows.Row row,
            String states,
            @Nullable String due,
            String baseline,
            String plan,
            @Nullable String change,
            String proposal,
            String agreed,
            @Nullable String setByManagement,
            String expectation,
            @Nullable String gap,
            String handedDown,
            @Nullable String over,
            boolean task,
            boolean instance) {

        public Node node() {
            return row.node();
        }
    }

    List<RowView> of(List<ShownRows.Row> rows, Metric metric, Caller caller, Locale locale) {
        boolean employee = organisation.employeeByLogin(caller.userId()).isPresent();
        NumberFormat format = metric.unit().format(locale);
        return rows.stream()
                .map(row -> view(row, metric, caller, employee, format, locale))
                .toList();
    }

    private RowView view(
            ShownRows.Row row, Metric metric, Caller caller, boolean employee, NumberFormat format, Locale locale) {
        Node node = row.node();
        Totals totals = node.totals().get(metric.metricId());
        Figures figures = totals.figures();
        return new RowView(
                row,
                table.states(node.counts(), locale),
                due(node.agreement(), locale),
                amount(figures.baseline(), format),
                amount(figures.plan(), format),
                change(figures, locale),
                amount(figures.proposal(), format),
                amount(figures.agreed(), format),
                figures.setByManagement() == null ? null : format.format(figures.setByManagement()),
                amount(totals.expectation(), format),
                totals.expectation() == null ? null : signed(totals.topDownGap(), format),
                amount(totals.handedDown(), format),
                signed(totals.overAssignment(), format),
                isOpenTo(node.agreement(), caller, employee),
                isRunning(node.agreement()) && (caller.in(Groups.PROCESS_OWNER) || caller.in(Groups.ADMIN)));
    }

    private @Nullable String due(@Nullable Standing standing, Locale locale) {
        Instant due = standing == null || !standing.state().isNegotiating() ? null : standing.stepDue();
        return due == null
                ? null
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(locale)
                        .format(due.atZone(properties.zone()));
    }

    private static String amount(@Nullable BigDecimal amount, NumberFormat format) {
        return amount == null ? "" : format.format(amount);
    }

    private static @Nullable String signed(@Nullable BigDecimal amount, NumberFormat format) {
        return amount == null ? null : (amount.signum() > 0 ? "+" : "") + format.format(amount);
    }

    private static @Nullable String change(Figures figures, Locale locale) {
        BigDecimal base = figures.plannedBaseline();
        if (figures.plan() == null || base == null || base.signum() == 0) {
            return null;
        }
        BigDecimal percent =
                figures.plan().subtract(base).multiply(HUNDRED).divide(base.abs(), 1, RoundingMode.HALF_UP);
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(1);
        return signed(percent, format) + " %";
    }

    /** Managers see the tasks of everybody below them; of process owners only disputes may be settled. */
    private static boolean isOpenTo(@Nullable Standing standing, Caller caller, boolean employee) {
        return standing != null
                && standing.state().isNegotiating()
                && (employee
                        || caller.in(Groups.ADMIN)
                        || (standing.state() == AgreementState.DISPUTE && caller.in(Groups.PROCESS_OWNER)));
    }

    private static boolean isRunning(@Nullable Standing standing) {
        return standing != null && (standing.state().isNegotiating() || standing.state() == AgreementState.AGREED);
    }
}
