package io.konsens.agreement.application;

import io.konsens.agreement.domain.Act;
import io.konsens.agreement.domain.EventType;
import io.konsens.agreement.domain.Proration;
import io.konsens.agreement.domain.TargetAgreement;
import io.konsens.planning.Employee;
import io.konsens.planning.PlanningPeriod;
import io.konsens.platform.Refusal;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which part of a period somebody's targets are for. */
@Component
public class Prorations {

    private final KeptProrations kept;
    private final ProrationProperties properties;

    Prorations(KeptProrations kept, ProrationProperties properties) {
        this.kept = kept;
        this.properties = properties;
    }

    /**
     * By when this employee works, as it is known today; empty for who works the whole period.
     *
     * @throws Refusal INVALID if they do not work in this period at all
     */
    public Optional<Proration> of(Employee rep, PlanningPeriod period) {
        return of(rep.entryDate(), rep.exitDate(), period);
    }

    /** The same, of somebody with these first and last days of work; null where nothing limits it. */
    public Optional<Proration> of(@Nullable LocalDate entryDate, @Nullable LocalDate exitDate, PlanningPeriod period) {
        return Proration.of(properties.by(), period.start(), period.end(), entryDate, exitDate);
    }

    /** As an agreement was prepared; empty if for the whole period. */
    public Optional<Proration> of(String agreementId) {
        return Optional.ofNullable(kept.of(agreementId));
    }

    /** Keeps it with the agreement, and says so in its record. */
    void keep(TargetAgreement agreement, Proration proration, Act act) {
        kept.add(agreement.agreementId(), proration);
        agreement.note(
                EventType.PRORATED,
                proration.firstDay().toString(),
                proration.lastDay().toString(),
                proration.part() + "/" + proration.whole(),
                act);
    }
}
