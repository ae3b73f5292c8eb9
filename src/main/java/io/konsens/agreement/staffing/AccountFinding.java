package io.konsens.agreement.staffing;

import io.konsens.agreement.domain.AccountMove;
import io.konsens.agreement.domain.AgreementState;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An account that is not planned once, by its present owner.
 *
 * @param ownerId null if the account has no owner, as is the name
 * @param amount net amount in the baseline window, in the period's currency; null without orders
 * @param former the agreement of somebody else that has its lines, or had them before it was withdrawn; null if none has,
 *     as are its state and its rep
 * @param formerAdjusts whether that one adjusts what was agreed before
 * @param agreement the owner's; null if they have none, as is its state
 */
public record AccountFinding(
        String accountId,
        String accountName,
        @Nullable String ownerId,
        @Nullable String ownerName,
        Kind kind,
        @Nullable BigDecimal amount,
        @Nullable String former,
        @Nullable AgreementState formerState,
        boolean formerAdjusts,
        @Nullable String formerRep,
        @Nullable String agreement,
        @Nullable AgreementState agreementState) {

    /** What is wrong with it. */
    public enum Kind {
        /** In the agreements of more than one rep. */
        TWICE,
        /** In nobody's, though it was sold to. */
        BY_NOBODY,
        /** Only in the agreement of somebody who does not own it any more. */
        BY_FORMER_OWNER
    }

    /** What is to be done about it. */
    public enum Remedy {
        MOVE,
        /** The former owner's figures are settled: only an adjustment changes them. */
        ADJUST_FORMER,
        /** They are being adjusted: what was agreed for days gone stays with the former owner, the rest can go. */
        LOWER_FORMER,
        /** The owner's figures are settled. */
        ADJUST_OWN,
        /** The owner has no agreement yet. */
        START,
        /** The owner's agreement was withdrawn, because they leave for instance. */
        OTHER_OWNER,
        /** The account has no owner. */
        NAME_OWNER
    }

    public Remedy remedy() {
        if (ownerId == null) {
            return Remedy.NAME_OWNER;
        }
        if (formerState != null && formerState != AgreementState.WITHDRAWN) {
            if (formerAdjusts && formerState.isNegotiating()) {
                return Remedy.LOWER_FORMER;
            }
            if (!AccountMove.isOpen(formerState)) {
                return Remedy.ADJUST_FORMER;
            }
        }
        if (agreementState == null) {
            return Remedy.START;
        }
        if (agreementState == AgreementState.WITHDRAWN) {
            return Remedy.OTHER_OWNER;
        }
        return AccountMove.isOpen(agreementState) ? Remedy.MOVE : Remedy.ADJUST_OWN;
    }
}
