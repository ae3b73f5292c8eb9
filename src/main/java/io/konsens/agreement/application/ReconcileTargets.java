package io.konsens.agreement.application;

import io.konsens.agreement.domain.AgreementSummary;
import io.konsens.agreement.domain.Agreements;
import io.konsens.agreement.domain.TargetAgreement;
import io.konsens.handover.Difference;
import io.konsens.handover.HandoverOrder;
import io.konsens.handover.Reconciliation;
import io.konsens.handover.ReconciliationRun;
import io.konsens.handover.ReconciliationRuns;
import io.konsens.handover.TargetSystem;
import io.konsens.platform.Caller;
import io.konsens.platform.Refusal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.task.TaskExecutor;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every night, and whenever somebody asks, whether the systems still hold what they accepted. */
@Component
public class ReconcileTargets {

    private static final Logger log = LoggerFactory.getLogger(ReconcileTargets.class);

    private final Agreements agreements;
    private final AgreementAccess access;
    private final HandoverOrders orders;
    private final Reconciliation reconciliation;
    private final ReconciliationRuns runs;
    private final TaskExecutor executor;

    ReconcileTargets(
            Agreements agreements,
            AgreementAccess access,
            HandoverOrders orders,
            Reconciliation reconciliation,
            ReconciliationRuns runs,
            TaskExecutor applicationTaskExecutor) {
        this.agreements = agreements;
        this.access = access;
        this.orders = orders;
        this.reconciliation = reconciliation;
        this.runs = runs;
        this.executor = applicationTaskExecutor;
    }

    /** Starts a run, unless one is running already; see {@link #latest} for how it goes. */
    public void start(Caller caller) {
        TransferTargets.requireResponsible(caller);
        start(caller.userId());
    }

    /** Every node's clock strikes; the first one runs. */
    @Scheduled(cron = "${konsens.handover.reconcile}", zone = "${konsens.zone}")
    void nightly() {
        start((String) null);
    }

    /** The last run begun; empty if there never was one. */
    public Optional<ReconciliationRun> latest(Caller caller) {
        TransferTargets.requireResponsible(caller);
        return runs.latest();
    }

    /** All that was found, as of the last look at each agreement. */
    public List<Difference> found(Caller caller) {
        TransferTargets.requireResponsible(caller);
        return reconciliation.found();
    }

    /** Looks at one agreement now; what it finds in the systems that can be asked. */
    public List<Difference> check(String agreementId, Caller caller) {
        TransferTargets.requireResponsible(caller);
        TargetAgreement agreement = access.visible(access.inForce(agreementId, caller), caller);
        HandoverOrder order = orders.order(agreement);
        for (TargetSystem system : TargetSystem.values()) {
            try {
                reconciliation.check(system, order);
            } catch (IOException e) {
                throw Refusal.unavailable("handover.notAnswering", system, String.valueOf(e.getMessage()));
            }
        }
        return reconciliation.found(order.agreementId());
    }

    private void start(@Nullable String startedBy) {
        List<String> handedOver = agreements.list(null, null).stream()
                .filter(agreement -> agreement.inForce() && HandoverOrders.AGREED.contains(agreement.state()))
                .map(AgreementSummary::agreementId)
                .toList();
        if (runs.begin(startedBy, handedOver.size() * TargetSystem.values().length)) {
            executor.execute(() -> run(handedOver));
        }
    }

    private void run(List<String> agreementIds) {
        List<String> errors = new ArrayList<>();
        int checked = 0;
        for (TargetSystem system : TargetSystem.values()) {
            try {
                for (String agreementId : agreementIds) {
                    check(system, agreementId);
                    runs.advance(++checked);
                }
            } catch (IOException | RuntimeException e) {
                log.warn("Reconciliation with {} ended early", system, e);
                errors.add(system + ": " + e.getMessage());
            }
        }
        runs.finish(errors.isEmpty() ? null : String.join("; ", errors));
    }

    private void check(TargetSystem system, String agreementId) throws IOException {
        TargetAgreement agreement = agreements.find(agreementId).orElseThrow();
        // Between the list and now, a new revision may have taken its place.
        if (agreements.inForce(agreementId).equals(agreementId)) {
            reconciliation.check(system, orders.order(agreement));
        }
    }
}
