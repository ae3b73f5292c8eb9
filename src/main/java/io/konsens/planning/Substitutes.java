package io.konsens.planning;

import io.konsens.planning.persistence.SubstitutionMapper;
import io.konsens.platform.Caller;
import io.konsens.platform.Groups;
import io.konsens.platform.KonsensProperties;
import io.konsens.platform.Problem;
import io.konsens.platform.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Who stands in for whom while they are away. Dates are days in the customer's zone. */
@Component
public class Substitutes {

    private static final Logger log = LoggerFactory.getLogger(Substitutes.class);

    private final SubstitutionMapper mapper;
    private final Organisation organisation;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final KonsensProperties properties;

    Substitutes(
            SubstitutionMapper mapper,
            Organisation organisation,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock,
            KonsensProperties properties) {
        this.mapper = mapper;
        this.organisation = organisation;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
        this.properties = properties;
    }

    public LocalDate today() {
        return LocalDate.now(clock.withZone(properties.zone()));
    }

    /** Those the caller has named, or is named in, newest first; everybody's for process owners. */
    public List<Substitution> seenBy(Caller caller) {
        if (caller.in(Groups.PROCESS_OWNER)) {
            return mapper.all();
        }
        return organisation
                .employeeByLogin(caller.userId())
                .map(me -> mapper.of(me.employeeId()))
                .orElse(List.of());
    }

    /**
     * Names a substitute.
     *
     * @param absentId who will be away; null for the caller. For anybody else only process owners may
     * @throws Refusal INVALID naming what is wrong, CONFLICT with another substitution, FORBIDDEN for somebody else's
     */
    @Transactional
    public Substitution name(
            @Nullable String absentId,
            @Nullable String substituteId,
            @Nullable LocalDate first,
            @Nullable LocalDate last,
            Caller caller) {
        Employee absent = absent(absentId, caller);
        Employee substitute = organisation
                .employee(required("substituteId", substituteId))
                .orElseThrow(() -> invalid("substituteId", "substitute.unknown", substituteId));
        SubstitutionRequest request =
                new SubstitutionRequest(absent, substitute, required("from", first), required("to", last));
        mapper.takeTurns();
        request.check(today(), mapper.notOver(List.of(absent.employeeId(), substitute.employeeId()), today()));
        Substitution named = new Substitution(
                UUID.randomUUID().toString(),
                absent.employeeId(),
                absent.name(),
                substitute.employeeId(),
                substitute.name(),
                request.first(),
                request.last(),
                caller.userId(),
                clock.instant(),
                null);
        mapper.insert(named);
        events.publishEvent(new SubstitutionChanged(named));
        return named;
    }

    private Employee absent(@Nullable String absentId, Caller caller) {
        Optional<Employee> me = organisation.employeeByLogin(caller.userId());
        if (absentId == null || absentId.isBlank()) {
            return me.orElseThrow(() -> invalid("absentId", "request.missing", "absentId"));
        }
        if (me.filter(it -> it.employeeId().equals(absentId)).isEmpty()) {
            caller.require(Groups.PROCESS_OWNER, "substitute.notYours");
        }
        return organisation.employee(absentId).orElseThrow(() -> invalid("absentId", "substitute.unknown", absentId));
    }

    /**
     * Ends a substitution now, or cancels one that has not begun.
     *
     * @throws Refusal NOT_FOUND unless it is the caller's, who was to be away, or the caller is a process owner; CONFLICT
     *     if it is over
     */
    @Transactional
    public Substitution end(String substitutionId, Caller caller) {
        Substitution running = mapper.locked(substitutionId);
        if (running == null || !mayEnd(running, caller)) {
            throw Refusal.notFound();
        }
        if (running.state(today()) == Substitution.State.OVER) {
            throw Refusal.conflict("substitute.over");
        }
        mapper.end(substitutionId, caller.userId(), clock.instant());
        Substitution ended = Objects.requireNonNull(mapper.locked(substitutionId));
        events.publishEvent(new SubstitutionChanged(ended));
        return ended;
    }

    public boolean mayEnd(Substitution substitution, Caller caller) {
        return caller.in(Groups.PROCESS_OWNER)
                || organisation
                        .employeeByLogin(caller.userId())
                        .filter(me -> me.employeeId().equals(substitution.absentId()))
                        .isPresent();
    }

    /** Whom this employee stands in for today, by employee id. */
    public Set<String> absentFor(String substituteId) {
        return mapper.absentFor(substituteId, today());
    }

    /** Who stands in for this employee today; empty while they are there. */
    public Optional<Employee> substituteOf(String absentId) {
        return Optional.ofNullable(mapper.substituteOf(absentId, today())).flatMap(organisation::employee);
    }

    /** Who is named, for now or later, to stand in for this employee. */
    public List<Employee> namedBy(String absentId) {
        return mapper.notOver(List.of(absentId), today()).stream()
                .filter(one -> one.absentId().equals(absentId))
                .map(Substitution::substituteId)
                .distinct()
                .map(organisation::employee)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Tells of those whose days have come or gone since the task list was told last, one by one, on one node. */
    public void tellOfNewDay() {
        for (String id : mapper.untold(today())) {
            try {
                transaction.executeWithoutResult(status -> {
                    Substitution one = mapper.lockedUntold(id, today());
                    if (one != null) {
                        events.publishEvent(new SubstitutionChanged(one));
                    }
                });
            } catch (RuntimeException e) {
                log.warn("The task list does not follow substitution {} yet, it is told again at the next look", id, e);
            }
        }
    }

    /** The task list now shows this substitution, or no longer. */
    public void told(Substitution substitution) {
        mapper.told(substitution.substitutionId(), substitution.state(today()) == Substitution.State.RUNNING);
    }

    private static <T> T required(String field, @Nullable T value) {
        if (value == null || value.toString().isBlank()) {
            throw invalid(field, "request.missing", field);
        }
        return value;
    }

    private static Refusal invalid(String field, String code, @Nullable String arg) {
        return new Refusal(Refusal.Kind.INVALID, List.of(new Problem(null, field, code, String.valueOf(arg))));
    }
}
