package io.konsens.agreement.web;

import io.konsens.agreement.application.AgreementAccess;
import io.konsens.agreement.application.ReconcileTargets;
import io.konsens.agreement.application.TransferTargets;
import io.konsens.handover.Difference;
import io.konsens.handover.Handover;
import io.konsens.handover.LedgerEntry;
import io.konsens.handover.ReconciliationRun;
import io.konsens.handover.TargetSystem;
import io.konsens.platform.CurrentCaller;
import io.konsens.platform.Refusal;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What has arrived in the CRM and the ERP, and whether it is still there. */
@RestController
@RequestMapping("/api/v1")
class HandoverController {

    private final AgreementAccess access;
    private final Handover handover;
    private final TransferTargets transferTargets;
    private final ReconcileTargets reconcileTargets;
    private final CurrentCaller caller;

    HandoverController(
            AgreementAccess access,
            Handover handover,
            TransferTargets transferTargets,
            ReconcileTargets reconcileTargets,
            CurrentCaller caller) {
        this.access = access;
        this.handover = handover;
        this.transferTargets = transferTargets;
        this.reconcileTargets = reconcileTargets;
        this.caller = caller;
    }

    /**
     * What to send again.
     *
     * @param system null for both
     * @param lineIds null or empty for every line
     */
    record Resync(@Nullable TargetSystem system, @Nullable List<String> lineIds) {}

    /** See {@link Difference}; amounts in the line's unit, with a dot. */
    record DifferenceView(
            TargetSystem system,
            String agreementId,
            String externalKey,
            @Nullable String lineId,
            Difference.Kind kind,
            @Nullable String expected,
            @Nullable String found,
            @Nullable String foundCurrency,
            Instant foundAt) {

        static DifferenceView of(Difference one) {
            return new DifferenceView(
                    one.system(),
                    one.agreementId(),
                    one.externalKey(),
                    one.lineId(),
                    one.kind(),
                    text(one.expected()),
                    text(one.found()),
                    one.foundCurrency(),
                    one.foundAt());
        }

        private static @Nullable String text(@Nullable BigDecimal amount) {
            return amount == null ? null : amount.toPlainString();
        }
    }

    @GetMapping("/agreements/{id}/handover")
    List<LedgerEntry> ledger(@PathVariable String id) {
        return handover.ledger(access.visible(id, caller.get()).firstId());
    }

    /** Sends figures again in the background; the ledger as it is now. */
    @PostMapping("/agreements/{id}/handover/resync")
    List<LedgerEntry> resync(@PathVariable String id, @RequestBody(required = false) @Nullable Resync what) {
        Resync all = what == null ? new Resync(null, null) : what;
        transferTargets.resync(id, all.system(), all.lineIds(), caller.get());
        return ledger(id);
    }

    /** Asks both systems what they hold of this agreement; what differs. */
    @PostMapping("/agreements/{id}/handover/reconcile")
    List<DifferenceView> reconcile(@PathVariable String id) {
        return views(reconcileTargets.check(id, caller.get()));
    }

    /** Starts a comparison of all agreements in the background. */
    @PostMapping("/reconciliation")
    ResponseEntity<ReconciliationRun> reconcileAll() {
        reconcileTargets.start(caller.get());
        return ResponseEntity.accepted().body(latest());
    }

    /** The last comparison begun: running until it has a {@code finishedAt}. */
    @GetMapping("/reconciliation")
    ReconciliationRun latest() {
        return reconcileTargets.latest(caller.get()).orElseThrow(Refusal::notFound);
    }

    @GetMapping("/reconciliation/differences")
    List<DifferenceView> differences() {
        return views(reconcileTargets.found(caller.get()));
    }

    private static List<DifferenceView> views(List<Difference> differences) {
        return differences.stream().map(DifferenceView::of).toList();
    }
}
