package io.konsens.agreement.campaign;

import io.konsens.agreement.application.AgreementAccess;
import io.konsens.agreement.application.NegotiationProcess;
import io.konsens.agreement.campaign.persistence.CampaignMapper;
import io.konsens.agreement.domain.Act;
import io.konsens.agreement.domain.Agreements;
import io.konsens.agreement.domain.Rules;
import io.konsens.agreement.domain.TargetAgreement;
import io.konsens.planning.Employee;
import io.konsens.planning.Organisation;
import io.konsens.planning.Periods;
import io.konsens.planning.PlanningPeriod;
import io.konsens.platform.Caller;
import io.konsens.platform.KonsensProperties;
import io.konsens.platform.ProblemTexts;
import io.konsens.platform.Refusal;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Starts the agreements campaigns are waiting for, some in a transaction. Taking an entry, its agreement, its process and
 * the mark that it is done are committed together or not at all: nothing is started twice or forgotten, whatever dies.
 */
@Component
public class AgreementStarter {

    /** Enough to save commits, few enough that little is done again after a failure. */
    private static final int BATCH = 50;

    private static final int LONGEST_ERROR = 500;
    /** Classes of SQL states: connection, transaction rollback, resources, operator intervention. */
    private static final Set<String> PASSING = Set.of("08", "40", "53", "57");

    private static final Logger log = LoggerFactory.getLogger(AgreementStarter.class);

    private final CampaignMapper mapper;
    private final Periods periods;
    private final Organisation organisation;
    private final Agreements agreements;
    private final AgreementAccess access;
    private final Rules rules;
    private final NegotiationProcess process;
    private final TransactionTemplate transaction;
    private final ProblemTexts texts;
    private final KonsensProperties properties;
    private final Clock clock;
    private volatile boolean stopping;

    AgreementStarter(
            CampaignMapper mapper,
            Periods periods,
            Organisation organisation,
            Agreements agreements,
            AgreementAccess access,
            Rules rules,
            NegotiationProcess process,
            TransactionTemplate transaction,
            ProblemTexts texts,
            KonsensProperties properties,
            Clock clock) {
        this.mapper = mapper;
        this.periods = periods;
        this.organisation = organisation;
        this.agreements = agreements;
        this.access = access;
        this.rules = rules;
        this.process = process;
        this.transaction = transaction;
        this.texts = texts;
        this.properties = properties;
        this.clock = clock;
    }

    /** Starts all that wait and that nobody else is at, on the calling thread. */
    public void startAll() {
        while (startSome(BATCH)) {
            // on to the next
        }
    }

    /** @return whether there was anything to start */
    boolean startSome(int atMost) {
        if (stopping) {
            return false;
        }
        try {
            return startTogether(atMost, null) > 0;
        } catch (RuntimeException e) {
            log.info("Starting one by one, because one of {} could not be started: {}", atMost, e.toString());
            return startOneByOne(atMost);
        }
    }

    /** Finds out which one fails, and lets it fail alone. */
    private boolean startOneByOne(int atMost) {
        for (int i = 0; i < atMost; i++) {
            AtomicReference<CampaignEntry> tried = new AtomicReference<>();
            try {
                if (startTogether(1, tried) == 0) {
                    return false;
                }
            } catch (RuntimeException e) {
                if (tried.get() == null || stopping || isPassing(e)) {
                    throw e;
                }
                log.warn("No agreement could be started for {}", tried.get(), e);
                mapper.failed(tried.get(), cause(e), clock.instant());
            }
        }
        return true;
    }

    private int startTogether(int limit, @Nullable AtomicReference<CampaignEntry> tried) {
        return transaction.execute(status -> {
            List<CampaignEntry> entries = mapper.take(limit);
            if (!entries.isEmpty()) {
                Map<String, Integer> ruleVersions = rules.latestVersions();
                int processVersion = process.latestVersion();
                for (CampaignEntry entry : entries) {
                    if (tried != null) {
                        tried.set(entry);
                    }
                    start(entry, processVersion, ruleVersions);
                }
                mapper.prepared(entries, clock.instant());
            }
            return entries.size();
        });
    }

    private void start(CampaignEntry entry, int processVersion, Map<String, Integer> ruleVersions) {
        PlanningPeriod period = periods.period(entry.periodId()).orElseThrow(Refusal::notFound);
        Employee rep = organisation.employee(entry.repId()).orElseThrow(Refusal::notFound);
        if (rep.managerId() == null) {
            throw Refusal.invalid("campaign.managerMissing", rep.name());
        }
        Employee manager = organisation.employee(rep.managerId()).orElseThrow(Refusal::notFound);
        TargetAgreement agreement = TargetAgreement.begin(
                period.periodId(),
                rep.employeeId(),
                manager.employeeId(),
                period.currency(),
                processVersion,
                ruleVersions,
                new Act(access.actor(new Caller(entry.startedBy(), Set.of())), clock.instant()));
        agreements.add(agreement);
        process.start(
                agreement, rep, manager, access.mediator(manager.employeeId()).orElse(null));
    }

    /** From now on nothing is begun here; what waits is left to other nodes, or to the next start. */
    @EventListener(ContextClosedEvent.class)
    public void stop() {
        stopping = true;
    }

    /** No fault of the agreement: the database was not there, shut down, or chose another transaction. */
    private static boolean isPassing(RuntimeException e) {
        return NestedExceptionUtils.getMostSpecificCause(e) instanceof SQLException sql
                && sql.getSQLState() != null
                && PASSING.contains(sql.getSQLState().substring(0, 2));
    }

    private String cause(RuntimeException e) {
        Throwable root = NestedExceptionUtils.getMostSpecificCause(e);
        String text = root instanceof Refusal refusal
                ? texts.summary(refusal, properties.language())
                : Objects.requireNonNullElse(root.getMessage(), root.toString());
        return text.substring(0, Math.min(text.length(), LONGEST_ERROR));
    }
}
