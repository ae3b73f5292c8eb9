package io.konsens.agreement.web;

import io.konsens.agreement.domain.Answer;
import io.konsens.agreement.domain.Metric;
import io.konsens.agreement.domain.PlanLine;
import io.konsens.agreement.domain.Plausibility;
import io.konsens.agreement.domain.SetBy;
import io.konsens.agreement.domain.TargetAgreement;
import io.konsens.agreement.domain.Unit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A plan line as our API shows it; figures are strings, see {@link Amounts}.
 *
 * @param systemId under which CRM and ERP know it, and their ledger: its own id unless an adjustment took it over
 * @param formerAgreed in an adjustment, what was agreed before, for the whole period
 * @param elapsed how much of that is for days gone, and stays: the least the figure can be
 */
record LineView(
        String id,
        String systemId,
        int version,
        int position,
        String metric,
        @Nullable String accountId,
        @Nullable String accountName,
        @Nullable String productGroup,
        SetBy setBy,
        @Nullable String baseline,
        @Nullable String plan,
        @Nullable String planComment,
        Plausibility plausibility,
        @Nullable String plausibilityRule,
        @Nullable String proposal,
        @Nullable String proposalReason,
        @Nullable Integer proposalRound,
        @Nullable Answer response,
        @Nullable String responseComment,
        @Nullable String agreed,
        @Nullable String formerAgreed,
        @Nullable String elapsed,
        boolean deviates,
        boolean alignable) {

    static LineView of(TargetAgreement agreement, PlanLine line, Map<String, Metric> metrics) {
        Unit unit = metrics.get(line.metric()).unit();
        boolean frozen = agreement.state().isFrozen();
        return new LineView(
                line.lineId(),
                line.systemId(),
                line.version(),
                line.position(),
                line.metric(),
                line.accountId(),
                line.accountName(),
                line.productGroup(),
                line.setBy(),
                Amounts.write(line.baseline(), unit),
                Amounts.write(line.plan(), unit),
                line.planComment(),
                line.plausibility(),
                line.plausibilityRule(),
                Amounts.write(line.proposal(), unit),
                line.proposalReason(),
                line.proposalRound(),
                line.response(),
                line.responseComment(),
                Amounts.write(line.agreed(), unit),
                line.former() == null ? null : Amounts.write(line.former().agreed(), unit),
                line.former() == null ? null : Amounts.write(line.former().elapsed(), unit),
                !frozen && line.deviates(),
                !frozen && agreement.isAlignable(line));
    }
}
