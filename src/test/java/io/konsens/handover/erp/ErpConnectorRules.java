package io.konsens.handover.erp;

import static io.konsens.handover.Orders.amounts;
import static io.konsens.handover.Orders.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.konsens.handover.Difference;
import io.konsens.handover.FakeSystem;
import io.konsens.handover.Handover;
import io.konsens.handover.HandoverOrder;
import io.konsens.handover.HandoverStatus;
import io.konsens.handover.LedgerEntry;
import io.konsens.handover.LedgerSetup;
import io.konsens.handover.Reconciliation;
import io.konsens.handover.TargetLine;
import io.konsens.handover.TargetSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Whatever the dialect, every fault of the ERP ends with the right figures there and in the ledger. */
@SpringBootTest(
        classes = ErpConnectorRules.Setup.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "konsens.erp.client-id=konsens",
            "konsens.erp.client-secret=s3cret",
            "konsens.erp.read-timeout=3s",
            "konsens.erp.max-response=200KB"
        })
abstract class ErpConnectorRules {

    @EnableConfigurationProperties(ErpProperties.class)
    @Import({LedgerSetup.class, ErpHandoverConfiguration.class})
    static class Setup {

        @Bean
        FakeSystem crm() {
            return new FakeSystem(TargetSystem.CRM);
        }
    }

    @Autowired
    private Handover handover;

    @Autowired
    private Reconciliation reconciliation;

    final String agreementId = UUID.randomUUID().toString();

    abstract ErpStandIn erp();

    /** How many lines go into a call that writes. */
    abstract int linesInACall();

    @BeforeEach
    void forgetEverything() {
        erp().clear();
    }

    @Test
    void figuresArriveDigitForDigit() {
        HandoverOrder order = order(agreementId, 1, 120, "1234567890123.45");

        transfer(order);

        assertThat(erp().calls).hasSize((120 + linesInACall() - 1) / linesInACall());
        assertThat(erp().amounts()).isEqualTo(amounts(order));
        assertArrived(order, 1);
        JsonNode target = erp().target(key(7)).deepCopy().without(List.of("id", "@odata.etag", "ExternalKey"));
        assertThat(target.toString()).isEqualTo("""
                {"Revision":1,"FiscalYear":"2027","PersonnelNumber":"E1","Metric":"revenue","AccountNumber":"K7",\
                "ProductCode":null,"Amount":1234567890130.45,"Currency":"EUR"}""");
    }

    @Test
    void aFigureThatIsNoMoneyHasNoCurrency() {
        HandoverOrder money = order(agreementId, 1, 1, "1");
        TargetLine margin = new TargetLine("l1", "contribution_margin", "PERCENT", null, null, new BigDecimal("24.50"));
        HandoverOrder order = new HandoverOrder(
                agreementId,
                1,
                "2027",
                money.periodStart(),
                money.periodEnd(),
                "E1",
                "Eva",
                "E2",
                "EUR",
                List.of(margin));

        transfer(order);

        assertThat(erp().amounts()).isEqualTo(Map.of(key(1), "24.50"));
        assertThat(erp().target(key(1)).get("Currency").isNull()).isTrue();
        assertThat(differences(order)).isEmpty();
    }

    @Test
    void aLaterRevisionReplacesTheFiguresAndALateRetryOfTheOldOneDoesNothing() {
        HandoverOrder first = order(agreementId, 1, 3, "10.00");
        HandoverOrder second = order(agreementId, 2, 3, "20.00");
        transfer(first);
        transfer(second);
        int calls = erp().calls.size();

        transfer(first);

        assertThat(erp().calls).hasSize(calls);
        assertThat(erp().target(key(1)).get("Revision").asInt()).isEqualTo(2);
        assertThat(erp().amounts()).isEqualTo(amounts(second));
        assertArrived(second, 1);
    }

    @Test
    void aKeyMayHoldAnything() {
        HandoverOrder order = order("2027/O'Hara ''(ä)&$=%27 " + agreementId, 1, 3, "10.00");

        transfer(order);
        transfer(order("2027/O'Hara ''(ä)&$=%27 " + agreementId, 2, 3, "20.00"));

        assertThat(erp().amounts().keySet()).isEqualTo(amounts(order).keySet());
        assertThat(differences(order("2027/O'Hara ''(ä)&$=%27 " + agreementId, 2, 3, "20.00")))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource
    void whatTheErpCannotDoNowIsDoneLater(int status, String body, String remembered) {
        HandoverOrder order = order(agreementId, 1, 3, "10.00");
        erp().refuseNext(status, body);
        assertPutOff(order, remembered);
        assertThat(erp().targets()).isEmpty();

        transfer(order);

        assertThat(erp().amounts()).isEqualTo(amounts(order));
        assertArrived(order, 2);
    }

    static Stream<Arguments> whatTheErpCannotDoNowIsDoneLater() {
        return Stream.of(
                Arguments.of(503, "<html>Down for maintenance</html>", "503 without a message"),
                Arguments.of(500, ErpStandIn.errorBody("SY/530", "Short dump"), "500 SY/530: Short dump"),
                Arguments.of(429, ErpStandIn.errorBody("Application_TooManyRequests", "Wait"), "429 Application"),
                Arguments.of(400, "<html>Blocked by the firewall</html>", "400 without a message"),
                Arguments.of(302, "", "302"),
                Arguments.of(200, "<html>Log in</html>", ""),
                Arguments.of(200, "", ""),
                Arguments.of(200, "[" + " ".repeat(300_000) + "]", "longer than 204800 bytes"));
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aCutConnectionLeavesNoDoubleEffect(Fault fault) {
        HandoverOrder order = order(agreementId, 1, 3, "10.00");
        erp().spoilNextAnswer(answer -> answer.withFault(fault));
        assertPutOff(order, "");
        assertThat(erp().targets()).as("taken, though the answer never came").isNotEmpty();

        transfer(order);

        assertThat(erp().targets()).hasSize(3);
        assertThat(erp().amounts()).isEqualTo(amounts(order));
        assertArrived(order, 2);
    }

    @ParameterizedTest
    @MethodSource
    void anAnswerThatIsTooSlowIsNotWaitedFor(UnaryOperator<ResponseDefinitionBuilder> slow) {
        HandoverOrder order = order(agreementId, 1, 3, "10.00");
        erp().spoilNextAnswer(slow);
        assertPutOff(order, "");

        transfer(order);

        assertThat(erp().targets()).hasSize(3);
        assertThat(erp().amounts()).isEqualTo(amounts(order));
        assertArrived(order, 2);
    }

    static Stream<UnaryOperator<ResponseDefinitionBuilder>> anAnswerThatIsTooSlowIsNotWaitedFor() {
        return Stream.of(
                answer -> answer.withFixedDelay(7000),
                // Byte by byte, so that no single one is late.
                answer -> answer.withStatus(200).withBody("{ }").withChunkedDribbleDelay(3, 10000));
    }

    @Test
    void aSlowAnswerInTimeIsTaken() {
        HandoverOrder order = order(agreementId, 1, 3, "10.00");
        erp().spoilNextAnswer(answer -> answer.withFixedDelay(400));

        transfer(order);

        assertThat(erp().amounts()).isEqualTo(amounts(order));
        assertArrived(order, 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 422})
    void aLineTheErpRejectsIsForAPersonAndTheOthersArrive(int status) {
        HandoverOrder order = order(agreementId, 1, 3, "10.00");
        erp().errors.put(key(2), status);
        transfer(order);
        transfer(order);

        assertThat(erp().amounts().keySet()).containsExactly(key(1), key(3));
        assertThat(ledger())
                .extracting(LedgerEntry::status, LedgerEntry::attempts)
                .containsExactly(
                        tuple(HandoverStatus.ACCEPTED, 1),
                        tuple(HandoverStatus.REJECTED, 1),
                        tuple(HandoverStatus.ACCEPTED, 1));
        assertThat(ledger().get(1).error()).startsWith(status + " ").endsWith(": Told to");

        erp().errors.clear();
        handover.releaseRejected(order);
        transfer(order);

        assertThat(erp().amounts()).isEqualTo(amounts(order));
        assertThat(ledger()).extracting(LedgerEntry::attempts).containsExactly(1, 2, 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {409, 412, 423})
    void aTargetSomebodyHoldsIsSentAgainAndNothingElse(int status) {
        HandoverOrder order = order(agreementId, 1, 3, "10.00");
        erp().errors.put(key(2), status);
        assertThatThrownBy(() -> transfer(order)).isInstanceOf(UncheckedIOException.class);
        assertThat(erp().amounts().keySet()).containsExactly(key(1), key(3));
        erp().errors.clear();
        erp().calls.clear();

        transfer(order);

        assertThat(erp().calls).containsExactly(List.of(key(2)));
        assertThat(erp().amounts()).isEqualTo(amounts(order));
        assertThat(ledger()).extracting(LedgerEntry::attempts).containsExactly(1, 2, 1);
    }

    @Test
    void anEndedLoginIsRenewedAndTheCallRepeatedOnce() {
        HandoverOrder order = order(agreementId, 1, 3, "10.00");
        transfer(order(agreementId, 0, 1, "1.00"));
        erp().endSessions();
        erp().clear();

        transfer(order);

        assertThat(erp().tokenRequests).hasSize(1);
        assertThat(erp().amounts()).isEqualTo(amounts(order));
        assertThat(ledger())
                .filteredOn(entry -> entry.revision() == 1)
                .hasSize(3)
                .allMatch(entry -> entry.status() == HandoverStatus.ACCEPTED && entry.attempts() == 1);
    }

    @Test
    void aLoginThatIsAlwaysRefusedIsTriedTwiceOnly() {
        HandoverOrder order = order(agreementId, 1, 3, "10.00");
        erp().refuseNext(401, ErpStandIn.errorBody("Unauthorized", "Expired"));
        erp().refuseNext(401, ErpStandIn.errorBody("Unauthorized", "Expired"));

        assertPutOff(order, "401 Unauthorized: Expired");

        assertThat(erp().calls).hasSize(2);
        assertThat(erp().targets()).isEmpty();
    }

    @Test
    void readsBackEveryPageAndFindsWhatDiffers() {
        HandoverOrder order = order(agreementId, 1, 5, "1000.10");
        transfer(order);
        assertThat(differences(order)).isEmpty();

        erp().remove(key(2));
        erp().change(key(4), "1004.11");
        erp().target(key(5)).put("Currency", "USD");
        erp().copy(key(1), key(9));

        assertThat(differences(order))
                .extracting(Difference::externalKey, Difference::kind, Difference::found, Difference::foundCurrency)
                .containsExactly(
                        tuple(key(2), Difference.Kind.MISSING, null, null),
                        tuple(key(4), Difference.Kind.DIFFERENT, new BigDecimal("1004.11"), "EUR"),
                        tuple(key(5), Difference.Kind.DIFFERENT, new BigDecimal("1005.10"), "USD"),
                        tuple(key(9), Difference.Kind.EXTRA, new BigDecimal("1001.10"), "EUR"));
    }

    @Test
    void whatDiffersIsSentAgainAndThenNothingDiffers() {
        HandoverOrder order = order(agreementId, 1, 5, "1000.10");
        transfer(order);
        erp().remove(key(2));
        erp().change(key(4), "1004.11");
        List<String> lineIds =
                differences(order).stream().map(Difference::lineId).toList();
        erp().calls.clear();

        handover.release(order, TargetSystem.ERP, lineIds);
        transfer(order);

        assertThat(erp().calls.stream().flatMap(List::stream)).containsExactly(key(2), key(4));
        assertThat(erp().amounts()).isEqualTo(amounts(order));
        assertThat(reconciliation.found(agreementId)).isEmpty();
        assertThat(differences(order)).isEmpty();
    }

    @Test
    void aFigureThatIsThereTwiceIsOneTooMany() {
        HandoverOrder order = order(agreementId, 1, 2, "10.00");
        transfer(order);
        erp().copy(key(1), key(1));

        assertThat(differences(order))
                .extracting(Difference::externalKey, Difference::kind, Difference::lineId)
                .containsExactly(tuple(key(1), Difference.Kind.EXTRA, null));
    }

    @Test
    void readsBackOnlyItsOwnTargets() {
        HandoverOrder order = order(agreementId, 1, 1, "1");
        transfer(order);
        // Some databases do not tell upper from lower case.
        erp().copy(key(1), agreementId.toUpperCase(Locale.ROOT) + ":l9");
        erp().copy(key(1), "x" + key(9));

        assertThat(differences(order)).isEmpty();

        assertThat(erp().queries.get(0))
                .isEqualTo(
                        erp().root() + "/Targets?$select=ExternalKey,Amount,Currency&$filter=startswith(ExternalKey,'"
                                + agreementId + ":')");
    }

    final void transfer(HandoverOrder order) {
        handover.transfer(TargetSystem.ERP, order);
    }

    final String key(int line) {
        return agreementId + ":l" + line;
    }

    final List<LedgerEntry> ledger() {
        return handover.ledger(agreementId);
    }

    private List<Difference> differences(HandoverOrder order) {
        try {
            assertThat(reconciliation.check(TargetSystem.ERP, order)).isTrue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return reconciliation.found(order.agreementId());
    }

    final void assertPutOff(HandoverOrder order, String error) {
        assertThatThrownBy(() -> transfer(order)).isInstanceOf(UncheckedIOException.class);
        assertThat(ledger())
                .hasSameSizeAs(order.lines())
                .allMatch(entry -> entry.status() == HandoverStatus.FAILED)
                .allSatisfy(entry -> assertThat(entry.error()).contains(error));
    }

    final void assertArrived(HandoverOrder order, int attempts) {
        assertThat(ledger())
                .filteredOn(entry -> entry.revision() == order.revision())
                .hasSameSizeAs(order.lines())
                .allMatch(entry -> entry.status() == HandoverStatus.ACCEPTED)
                .allMatch(entry -> entry.attempts() == attempts)
                .allMatch(entry -> entry.error() == null);
    }
}
