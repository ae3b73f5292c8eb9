package io.konsens.agreement.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgreementStateTest {

    /** Whatever a process model says, an agreement takes no other way. */
    @ParameterizedTest
    @CsvSource({
        "PLANNING, REVIEW WITHDRAWN",
        "REVIEW, PLANNING RESPONSE CONFIRMATION WITHDRAWN",
        "RESPONSE, PLANNING REVIEW ALIGNMENT CONFIRMATION WITHDRAWN",
        "ALIGNMENT, PLANNING DISPUTE CONFIRMATION WITHDRAWN",
        "DISPUTE, PLANNING ALIGNMENT ASSIGNED WITHDRAWN",
        "CONFIRMATION, ALIGNMENT AGREED WITHDRAWN",
        "AGREED, HANDED_OVER",
        "HANDED_OVER, ''",
        "ASSIGNED, ''",
        "WITHDRAWN, ''"
    })
    void from_each_state_only_some_can_follow(AgreementState from, String expected) {
        assertThat(Arrays.stream(AgreementState.values())
                        .filter(from::mayBecome)
                        .map(Enum::name)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(expected);
    }
}
