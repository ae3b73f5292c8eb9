package io.konsens.agreement.late;

import io.konsens.agreement.application.LateProperties;
import io.konsens.agreement.domain.Act;
import io.konsens.agreement.domain.Actor;
import io.konsens.agreement.domain.Agreements;
import io.konsens.agreement.domain.EventType;
import io.konsens.agreement.domain.LateLevel;
import io.konsens.agreement.domain.TargetAgreement;
import io.konsens.agreement.late.persistence.LateMapper;
import io.konsens.platform.KonsensProperties;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks for agreements that threaten to come too late. What it finds is in the record and told once for each level,
 * whichever node looks, and is marked for as long as it stands.
 */
@Component
public class LateAgreements {

    private static final Logger log = LoggerFactory.getLogger(LateAgreements.class);

    private final LateMapper mapper;
    private final DeadlinePath path;
    private final LateNotices notices;
    private final Agreements agreements;
    private final LateProperties properties;
    private final KonsensProperties installation;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LateAgreements(
            LateMapper mapper,
            DeadlinePath path,
            LateNotices notices,
            Agreements agreements,
            LateProperties properties,
            KonsensProperties installation,
            TransactionTemplate transaction,
            Clock clock) {
        this.mapper = mapper;
        this.path = path;
        this.notices = notices;
        this.agreements = agreements;
        this.properties = properties;
        this.installation = installation;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Goes over everything that is negotiated; one that cannot be looked at does not keep the others from it. */
    public void look() {
        LocalDate today = LocalDate.now(clock.withZone(installation.zone()));
        for (Running running : mapper.running()) {
            try {
                look(running, today);
            } catch (RuntimeException e) {
                log.error("Whether {} comes too late could not be found out", running.agreementId(), e);
            }
        }
    }

    /** What stands of the agreements of a period, by agreement: the most serious of each. */
    public Map<String, LateMark> marks(String periodId) {
        return mapper.marks(periodId, null).stream()
                .collect(Collectors.toMap(LateMark::agreementId, Function.identity()));
    }

    public Optional<LateMark> mark(TargetAgreement agreement) {
        return mapper.marks(agreement.periodId(), agreement.agreementId()).stream()
                .findFirst();
    }

    private void look(Running running, LocalDate today) {
        LocalDate line = properties.lastLine(running.start(), running.end());
        @Nullable LateLevel level = level(running, today, line);
        boolean isKnown = level == running.standing() && (level == null || line.equals(running.standingLine()));
        if (!isKnown) {
            transaction.executeWithoutResult(status -> keep(running, level, line));
        }
    }

    private void keep(Running running, @Nullable LateLevel level, LocalDate line) {
        mapper.stand(running.agreementId(), level, line);
        if (level == null || mapper.found(running.agreementId(), level, line, clock.instant()) == 0) {
            return;
        }
        TargetAgreement agreement = agreements.lock(running.agreementId()).orElseThrow();
        agreement.note(EventType.LATE_FOUND, level.name(), line.toString(), new Act(Actor.SYSTEM, clock.instant()));
        agreements.save(agreement);
        notices.tell(agreement, running.repName(), level, line);
    }

    private @Nullable LateLevel level(Running running, LocalDate today, LocalDate line) {
        if (!today.isBefore(line)) {
            return LateLevel.TOO_LATE;
        }
        if (!today.isBefore(path.workingDays(running).before(line, properties.leadDays()))) {
            return LateLevel.LAST_CHANCE;
        }
        boolean highTime = !today.isBefore(properties.warnLine(running.start(), running.end()));
        return highTime || !path.end(running, today, installation.zone()).isBefore(line) ? LateLevel.AT_RISK : null;
    }
}
