package io.konsens.agreement.progress;

import io.konsens.agreement.domain.AgreementState;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** An agreement written straight into the tables, in whatever state a test wants to see summed. */
final class WrittenAgreement {

    /** Amounts may be null; {@code setBy} is REP or MANAGER. */
    record Line(
            String metric,
            String setBy,
            BigDecimal baseline,
            BigDecimal plan,
            BigDecimal proposal,
            String response,
            BigDecimal agreed) {}

    final String rep;
    final String manager;
    final AgreementState state;
    final int round;
    final List<Line> lines = new ArrayList<>();
    int revision = 1;
    Instant due;
    Instant since = Instant.parse("2026-11-02T09:00:00Z");

    WrittenAgreement(String rep, String manager, AgreementState state, int round) {
        this.rep = rep;
        this.manager = manager;
        this.state = state;
        this.round = round;
    }

    WrittenAgreement revision(int number) {
        revision = number;
        return this;
    }

    WrittenAgreement due(Instant at) {
        due = at;
        return this;
    }

    WrittenAgreement since(Instant at) {
        since = at;
        return this;
    }

    /** A line of revenue the rep plans: amounts as text, null where there is none. */
    WrittenAgreement revenue(String baseline, String plan, String proposal, String response, String agreed) {
        return line(
                new Line("revenue", "REP", amount(baseline), amount(plan), amount(proposal), response, amount(agreed)));
    }

    WrittenAgreement line(Line line) {
        lines.add(line);
        return this;
    }

    void write(JdbcTemplate jdbc, String period) {
        String id = id(period, revision);
        boolean first = revision == 1;
        jdbc.update(
                "insert into konsens.target_agreement (agreement_id, period_id, rep_id, manager_id, revision, state, round,"
                        + " rounds_allowed, reopened, currency, process_version, step_due, created_at, adjusts,"
                        + " effective_from, adjustment_reason) values (?, ?, ?, ?, ?, ?, ?, 2, false, 'EUR', 1, ?, now(), ?,"
                        + " ?::date, ?)",
                id,
                period,
                rep,
                manager,
                revision,
                state.name(),
                round,
                due == null ? null : Timestamp.from(due),
                first ? null : id(period, Math.min(revision - 1, 2)),
                first ? null : "2027-07-01",
                first ? null : "The market");
        event(jdbc, id, "CREATED", Instant.parse("2026-10-01T09:00:00Z"));
        event(jdbc, id, "STATE_CHANGED", since);
        event(jdbc, id, "PLANNED", since.plusSeconds(90_000));
        List<Object[]> rows = new ArrayList<>();
        for (Line line : lines) {
            rows.add(new Object[] {
                id + "-" + rows.size(),
                id,
                rows.size(),
                line.metric(),
                "Group " + rows.size(),
                line.setBy(),
                line.baseline(),
                line.plan(),
                line.proposal(),
                line.response(),
                line.agreed()
            });
        }
        jdbc.batchUpdate(
                "insert into konsens.plan_line (line_id, agreement_id, position, metric, product_group, set_by, baseline, plan,"
                        + " proposal, response, agreed, plausibility, version) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'OK', 1)",
                rows);
    }

    /** The second revision adjusts the first, all others the second. */
    private String id(String period, int number) {
        return period + "-" + rep + (number == 1 ? "" : "-" + number);
    }

    private static void event(JdbcTemplate jdbc, String id, String type, Instant at) {
        jdbc.update(
                "insert into konsens.negotiation_event (agreement_id, at, by, type, round, process_version)"
                        + " values (?, ?, 'x', ?, 1, 1)",
                id,
                Timestamp.from(at),
                type);
    }

    static BigDecimal amount(String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
