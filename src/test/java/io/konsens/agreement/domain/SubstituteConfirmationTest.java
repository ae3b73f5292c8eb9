package io.konsens.agreement.domain;

import static io.konsens.agreement.domain.Negotiated.MANAGER;
import static io.konsens.agreement.domain.Negotiated.REP;
import static io.konsens.agreement.domain.Negotiated.TODAY;
import static io.konsens.agreement.domain.Negotiated.act;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Who confirms in another one's place, and who never does. */
class SubstituteConfirmationTest {

    private static final Actor FOR_REP = new Actor("x", "R", "r", true);
    private static final Actor FOR_MANAGER = new Actor("x", "M", "m", true);
    private static final Actor FOR_MANAGER_WITHOUT_CONFIRMING = new Actor("x", "M", "m", false);

    private final TargetAgreement agreement = new Negotiated().frozen().agreement;

    @Test
    void nobody_confirms_or_declines_for_a_rep() {
        assertThat(agreement.mayConfirm(Side.REP, FOR_REP)).isFalse();
        assertThatThrownBy(() -> agreement.confirm(Side.REP, TODAY, act(FOR_REP)))
                .hasMessageContaining("substitute.confirmationIsPersonal");
        assertThatThrownBy(() -> agreement.decline(Side.REP, "No", act(FOR_REP)))
                .hasMessageContaining("substitute.confirmationIsPersonal");
        assertThat(agreement.confirmations()).isEmpty();
    }

    @Test
    void a_managers_substitute_confirms_and_the_record_names_both() {
        assertThat(agreement.mayConfirm(Side.MANAGER, FOR_MANAGER)).isTrue();
        agreement.takeEvents();
        agreement.confirm(Side.MANAGER, TODAY, act(FOR_MANAGER));

        assertThat(agreement.confirmationOf(Side.MANAGER)).hasValueSatisfying(one -> {
            assertThat(one.by()).isEqualTo("x");
            assertThat(one.onBehalfOf()).isEqualTo("m");
        });
        assertThat(agreement.takeEvents()).first().satisfies(event -> {
            assertThat(event.by()).isEqualTo("x");
            assertThat(event.onBehalfOf()).isEqualTo("m");
        });
    }

    @Test
    void a_managers_substitute_does_not_confirm_where_the_installation_forbids_it() {
        assertThat(agreement.mayConfirm(Side.MANAGER, FOR_MANAGER_WITHOUT_CONFIRMING))
                .isFalse();
        assertThatThrownBy(() -> agreement.confirm(Side.MANAGER, TODAY, act(FOR_MANAGER_WITHOUT_CONFIRMING)))
                .hasMessageContaining("substitute.confirmationIsPersonal");
    }

    @Test
    void a_rep_who_stands_in_for_their_managers_manager_never_confirms_for_both_sides() {
        agreement.confirm(Side.REP, TODAY, act(REP));

        assertThatThrownBy(() -> agreement.confirm(Side.MANAGER, TODAY, act(new Actor("r", "M", "m", true))))
                .hasMessageContaining("substitute.bothSides");
        assertThat(agreement.mayConfirm(Side.MANAGER, new Actor("r", "M", "m", true)))
                .isFalse();
        agreement.confirm(Side.MANAGER, TODAY, act(MANAGER));
        assertThat(agreement.state()).isEqualTo(AgreementState.AGREED);
    }
}
