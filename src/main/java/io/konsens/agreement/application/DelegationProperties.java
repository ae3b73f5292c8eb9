package io.konsens.agreement.application;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What somebody may do in another one's place.
 *
 * @param substitutesConfirm whether who stands in for a manager may confirm, too; for reps nobody does
 * @param handOverTo to whom a step may be handed over
 */
@ConfigurationProperties("konsens.delegation")
public record DelegationProperties(boolean substitutesConfirm, Set<Relation> handOverTo) {

    /** What somebody is to the one whose step it is. */
    public enum Relation {
        /** Named to stand in for them, now or later. */
        SUBSTITUTE,
        /** Of the same role, under the same manager. */
        PEER,
        MANAGER
    }
}
