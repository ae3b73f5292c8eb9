package io.konsens.agreement.campaign.web;

import io.konsens.agreement.staffing.AccountFinding;
import io.konsens.agreement.staffing.ManagerChange;
import io.konsens.agreement.staffing.ManagerChanges;
import io.konsens.agreement.staffing.MoveAccounts;
import io.konsens.agreement.staffing.SpanChange;
import io.konsens.agreement.staffing.SpanChanges;
import io.konsens.platform.CurrentCaller;
import io.konsens.platform.Problem;
import io.konsens.platform.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What changed among people while a period's agreements run, for process owners. */
@RestController
@RequestMapping("/api/v1/periods/{periodId}")
class StaffingController {

    private final ManagerChanges managerChanges;
    private final SpanChanges spanChanges;
    private final MoveAccounts moveAccounts;
    private final CurrentCaller caller;

    StaffingController(
            ManagerChanges managerChanges, SpanChanges spanChanges, MoveAccounts moveAccounts, CurrentCaller caller) {
        this.managerChanges = managerChanges;
        this.spanChanges = spanChanges;
        this.moveAccounts = moveAccounts;
        this.caller = caller;
    }

    /** @param agreementIds of the changes to follow; all of them must still be listed */
    record Reassignment(
            @Nullable List<String> agreementIds, @Nullable String reason) {}

    /**
     * @param remedy what is to be done about it
     * @param amount net amount in the baseline window, a string with a dot; null without orders
     */
    record AccountView(
            String accountId,
            String accountName,
            @Nullable String ownerId,
            AccountFinding.Kind kind,
            AccountFinding.Remedy remedy,
            @Nullable String amount,
            @Nullable String former,
            @Nullable String agreement) {

        static AccountView of(AccountFinding finding) {
            return new AccountView(
                    finding.accountId(),
                    finding.accountName(),
                    finding.ownerId(),
                    finding.kind(),
                    finding.remedy(),
                    finding.amount() == null ? null : finding.amount().toPlainString(),
                    finding.former(),
                    finding.agreement());
        }
    }

    /** Accounts to move to their owners' agreements. */
    record Move(@Nullable List<String> accountIds, @Nullable String reason) {}

    /** Accounts that are planned twice, by nobody, or by a former owner; empty is good. */
    @GetMapping("/account-coverage")
    List<AccountView> accounts(@PathVariable String periodId) {
        return moveAccounts.findings(periodId, caller.get()).stream()
                .map(AccountView::of)
                .toList();
    }

    /** What is left afterwards; 409 with the reasons if any could not be moved, the others are moved all the same. */
    @PostMapping("/account-coverage/move")
    List<AccountView> move(@PathVariable String periodId, @RequestBody Move asked) {
        List<Problem> problems = moveAccounts.move(
                periodId,
                asked.accountIds() == null ? List.of() : asked.accountIds(),
                asked.reason() == null ? "" : asked.reason(),
                caller.get());
        if (!problems.isEmpty()) {
            throw new Refusal(Refusal.Kind.CONFLICT, problems);
        }
        return accounts(periodId);
    }

    /** Agreements of reps who leave or join at another time than was known. */
    @GetMapping("/span-changes")
    List<SpanChange> spanChanges(@PathVariable String periodId) {
        return spanChanges.of(periodId, caller.get());
    }

    @GetMapping("/manager-changes")
    List<ManagerChange> managerChanges(@PathVariable String periodId) {
        return managerChanges.of(periodId, caller.get());
    }

    /** Those that are left afterwards; 409 with the reasons if any could not be moved, the others are moved all the same. */
    @PostMapping("/manager-changes/reassign")
    List<ManagerChange> reassign(@PathVariable String periodId, @RequestBody Reassignment asked) {
        List<Problem> problems = managerChanges.reassign(
                periodId,
                asked.agreementIds() == null ? List.of() : asked.agreementIds(),
                asked.reason() == null ? "" : asked.reason(),
                caller.get());
        if (!problems.isEmpty()) {
            throw new Refusal(Refusal.Kind.CONFLICT, problems);
        }
        return managerChanges.of(periodId, caller.get());
    }
}
