package io.konsens.agreement.application;

import io.konsens.agreement.domain.AgreementSummary;
import io.konsens.agreement.domain.Agreements;
import io.konsens.planning.Periods;
import io.konsens.platform.Caller;
import io.konsens.platform.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lists of agreements, cut to what the caller may see. */
@Component
public class FindAgreements {

    private final Agreements agreements;
    private final AgreementAccess access;
    private final Periods periods;
    private final Clock clock;

    FindAgreements(Agreements agreements, AgreementAccess access, Periods periods, Clock clock) {
        this.agreements = agreements;
        this.access = access;
        this.periods = periods;
        this.clock = clock;
    }

    /** @param periodId null for every period */
    public List<AgreementSummary> list(@Nullable String periodId, Caller caller) {
        return agreements.list(periodId, access.visibility(caller));
    }

    /** Where the agreements of one period stand that are in force, as far as the caller may see them. */
    public Progress progress(String periodId, Caller caller) {
        if (periods.period(periodId).isEmpty()) {
            throw Refusal.notFound();
        }
        List<AgreementSummary> all = list(periodId, caller).stream()
                .filter(AgreementSummary::inForce)
                .toList();
        Instant now = clock.instant();
        return new Progress(
                all.size(),
                all.stream().collect(Collectors.groupingBy(a -> a.state().name(), TreeMap::new, Collectors.counting())),
                (int) all.stream().filter(a -> isOverdue(a, now)).count());
    }

    private static boolean isOverdue(AgreementSummary agreement, Instant now) {
        return agreement.state().isNegotiating()
                && agreement.stepDue() != null
                && agreement.stepDue().isBefore(now);
    }

    /** @param overdue agreements whose present step should have been done by now */
    public record Progress(int total, Map<String, Long> byState, int overdue) {}
}
