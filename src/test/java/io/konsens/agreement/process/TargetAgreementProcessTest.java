package io.konsens.agreement.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestClassOrder;
import org.springframework.beans.factory.annotation.Autowired;

/** One test of many parts, the last of which asks whether the others have taken every path of the model. */
@ProcessTest
@TestClassOrder(ClassOrderer.OrderAnnotation.class)
class TargetAgreementProcessTest {

    @Nested
    class Negotiating extends NegotiatingRules {}

    @Nested
    class Reviews extends ReviewRules {}

    @Nested
    class Talk extends TalkRules {}

    @Nested
    class Confirmation extends ConfirmationRules {}

    @Nested
    class Handover extends HandoverRules {}

    @Nested
    class Adjustment extends AdjustmentRules {}

    @Nested
    class Lead extends LeadRules {}

    @Nested
    class Staffing extends StaffingRules {}

    @Nested
    class JoiningAndLeaving extends ProrationRules {}

    @Nested
    class Accounts extends AccountRules {}

    @Nested
    class Substitutes extends SubstituteRules {}

    @Nested
    class Delegation extends DelegationRules {}

    @Nested
    class Deadlines extends DeadlineRules {}

    @Nested
    class Messages extends NoticeRules {}

    @Nested
    class Late extends LateRules {}

    @Nested
    class WhereTheyMeet extends MeetingRules {}

    @Nested
    class Calendars extends CalendarRules {}

    @Nested
    class RuleVersions extends RuleVersionRules {}

    @Nested
    class Tampering extends TamperingRules {}

    @Nested
    class Parallel extends ParallelRules {}

    @Nested
    @Order(Integer.MAX_VALUE)
    class EveryPath {

        @Test
        void every_flow_node_and_every_sequence_flow_has_been_taken(@Autowired ProcessCoverage coverage) {
            assertThat(coverage.report())
                    .as("elements of the model no test has reached")
                    .isEmpty();
        }
    }
}
