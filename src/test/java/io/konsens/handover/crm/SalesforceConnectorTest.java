package io.konsens.handover.crm;

import static io.konsens.handover.Orders.amounts;
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
import io.konsens.handover.Orders;
import io.konsens.handover.Reconciliation;
import io.konsens.handover.TargetSystem;
import io.konsens.platform.ShiftableClock;
import io.konsens.salesforce.SalesforceClient;
import io.konsens.salesforce.SalesforceConfiguration;
import io.konsens.salesforce.SalesforceStandIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Every fault of the other side ends with the right figures there and in the ledger. */
@SpringBootTest(
        classes = SalesforceConnectorTest.Setup.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "konsens.crm.kind=salesforce",
            "konsens.crm.client-id=konsens",
            "konsens.crm.client-secret=s3cret",
            "konsens.crm.read-timeout=3s",
            "konsens.crm.max-response=100KB"
        })
class SalesforceConnectorTest {

    private static final SalesforceStandIn SALESFORCE = new SalesforceStandIn();

    @EnableConfigurationProperties(CrmProperties.class)
    @Import({LedgerSetup.class, SalesforceConfiguration.class, SalesforceHandoverConfiguration.class})
    static class Setup {

        @Bean
        FakeSystem erp() {
            return new FakeSystem(TargetSystem.ERP);
        }
    }

    @DynamicPropertySource
    static void address(DynamicPropertyRegistry registry) {
        SALESFORCE.open();
        registry.add("konsens.crm.url", SALESFORCE::url);
    }

    @Autowired
    private Handover handover;

    @Autowired
    private Reconciliation reconciliation;

    @Autowired
    private ShiftableClock clock;

    private final String agreementId = UUID.randomUUID().toString();

    @BeforeEach
    void forgetEverything() {
        SALESFORCE.clear();
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @AfterAll
    static void stop() {
        SALESFORCE.close();
    }

    @Test
    void readsBackEveryPageAndFindsWhatDiffers() throws IOException {
        HandoverOrder order = order(1, 5, "1000.10");
        handover.transfer(TargetSystem.CRM, order);
        assertThat(reconciliation.check(TargetSystem.CRM, order)).isTrue();
        assertThat(reconciliation.found(agreementId)).isEmpty();

        SALESFORCE.records.remove(agreementId + ":l2");
        SALESFORCE.change(agreementId + ":l5", "Amount__c", "1005.11");
        reconciliation.check(TargetSystem.CRM, order);

        assertThat(reconciliation.found(agreementId))
                .extracting(Difference::lineId, Difference::kind, Difference::found)
                .containsExactly(
                        tuple("l2", Difference.Kind.MISSING, null),
                        tuple("l5", Difference.Kind.DIFFERENT, new BigDecimal("1005.11")));
    }

    @Test
    void readsBackOnlyItsOwnTargets() throws IOException {
        HandoverOrder order = order(1, 1, "1");
        handover.transfer(TargetSystem.CRM, order);
        JsonNode record = SALESFORCE.records.get(agreementId + ":l1");
        // The database behind the query does not tell upper from lower case.
        SALESFORCE.keepAs(agreementId.toUpperCase(Locale.ROOT) + ":l9", record);
        SALESFORCE.keepAs("x" + agreementId + ":l9", record);

        reconciliation.check(TargetSystem.CRM, order);

        assertThat(reconciliation.found(agreementId)).isEmpty();
        assertThat(SALESFORCE.queries)
                .singleElement()
                .isEqualTo("SELECT External_Key__c, Amount__c, Currency__c FROM Sales_Target__c"
                        + " WHERE External_Key__c LIKE '" + agreementId + ":%'");
    }

    @Test
    void namesWithWildcardsAndQuotesStandForThemselves() {
        assertThat(SalesforceConnector.withoutWildcards("a_b%c")).isEqualTo("a\\_b\\%c");
        assertThat(SalesforceClient.quoted("O'Hara\\_")).isEqualTo("'O\\'Hara\\\\_'");
    }

    @Test
    void sendsFiguresDigitForDigitInChunksOfTwoHundred() {
        HandoverOrder order = order(1, 450, "1234567890123.45");

        transfer(order);

        assertThat(SALESFORCE.calls).extracting(List::size).containsExactly(200, 200, 50);
        assertArrived(order, 1);
        assertThat(SALESFORCE.records.get(agreementId + ":l7").toString())
                .isEqualTo("""
                        {"attributes":{"type":"Sales_Target__c"},"External_Key__c":"%s:l7","Agreement__c":"%s",\
                        "Revision__c":1,"Period__c":"2027","Period_Start__c":"2027-01-01","Period_End__c":"2027-12-31","Effective_From__c":"2027-01-01",\
                        "Sales_Rep__c":"E1","Sales_Rep_Name__c":"Jürgen Müßig","Manager__c":"E2","Metric__c":"revenue",\
                        "Unit__c":"CURRENCY","Account__c":"K7","Product_Group__c":null,"Amount__c":1234567890130.45,\
                        "Currency__c":"EUR"}""".formatted(agreementId, agreementId));
    }

    @Test
    void aLaterRevisionReplacesTheFiguresAndALateRetryOfTheOldOneDoesNothing() {
        HandoverOrder first = order(1, 3, "10.00");
        HandoverOrder second = order(2, 3, "20.00");
        transfer(first);
        transfer(second);

        transfer(first);

        assertThat(SALESFORCE.calls).hasSize(2);
        assertArrived(second, 1);
    }

    @Test
    void anEndedSessionIsRenewedAndTheCallRepeatedOnce() {
        HandoverOrder order = order(1, 3, "10.00");
        transfer(order(0, 1, "1.00"));
        SALESFORCE.endSessions();
        SALESFORCE.clear();

        transfer(order);

        assertThat(SALESFORCE.calls).hasSize(1);
        assertThat(SALESFORCE.tokenRequests).hasSize(1);
        assertArrived(order, 1);
    }

    @Test
    void aSessionThatIsAlwaysRefusedIsAskedForTwiceOnly() {
        HandoverOrder order = order(1, 3, "10.00");
        SALESFORCE.refuseNext(401, "[{\"errorCode\":\"INVALID_SESSION_ID\",\"message\":\"Expired\"}]");
        SALESFORCE.refuseNext(401, "[{\"errorCode\":\"INVALID_SESSION_ID\",\"message\":\"Expired\"}]");

        assertPutOff(order, "401 INVALID_SESSION_ID: Expired");

        assertThat(SALESFORCE.calls).hasSize(2);
        assertThat(SALESFORCE.amounts()).isEmpty();
    }

    @Test
    void aTokenLastsAQuarterOfAnHourIfNothingElseIsSaid() {
        transfer(order(1, 450, "10.00"));
        clock.set(Instant.now().plus(Duration.ofMinutes(13)));
        transfer(order(2, 450, "10.00"));
        int fetched = SALESFORCE.tokenRequests.size();
        clock.set(Instant.now().plus(Duration.ofMinutes(16)));
        transfer(order(3, 3, "10.00"));

        assertThat(fetched).isLessThanOrEqualTo(1);
        assertThat(SALESFORCE.tokenRequests).hasSize(fetched + 1);
    }

    @ParameterizedTest
    @MethodSource
    void whatSalesforceCannotDoNowIsDoneLater(int status, String body, String remembered) {
        HandoverOrder order = order(1, 250, "10.00");
        SALESFORCE.refuseNext(status, body);
        assertPutOff(order, remembered);

        transfer(order);

        assertThat(SALESFORCE.calls).extracting(List::size).containsExactly(200, 200, 50);
        assertThat(SALESFORCE.amounts()).isEqualTo(amounts(order));
        assertThat(ledger()).allMatch(entry -> entry.status() == HandoverStatus.ACCEPTED);
    }

    static Stream<Arguments> whatSalesforceCannotDoNowIsDoneLater() {
        return Stream.of(
                Arguments.of(
                        403,
                        "[{\"errorCode\":\"REQUEST_LIMIT_EXCEEDED\",\"message\":\"TotalRequests Limit exceeded.\"}]",
                        "403 REQUEST_LIMIT_EXCEEDED: TotalRequests Limit exceeded."),
                Arguments.of(503, "<html>Down for maintenance</html>", "503 without a message"),
                Arguments.of(429, "[]", "429"),
                Arguments.of(302, "", "302"),
                Arguments.of(200, "[]", "did not answer with one result for each record"),
                Arguments.of(200, "<html>Welcome to this hotel</html>", "JsonParseException"),
                Arguments.of(200, "[" + " ".repeat(200_000) + "]", "longer than 102400 bytes"));
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aCutConnectionLeavesNoDoubleEffect(Fault fault) {
        HandoverOrder order = order(1, 250, "10.00");
        SALESFORCE.spoilNextAnswer(answer -> answer.withFault(fault));
        assertPutOff(order, "");
        assertThat(SALESFORCE.records).hasSize(200);

        transfer(order);

        assertThat(SALESFORCE.amounts()).isEqualTo(amounts(order));
        assertThat(ledger()).allMatch(entry -> entry.status() == HandoverStatus.ACCEPTED);
    }

    @ParameterizedTest
    @MethodSource
    void anAnswerThatIsTooSlowIsNotWaitedFor(UnaryOperator<ResponseDefinitionBuilder> slow) {
        HandoverOrder order = order(1, 3, "10.00");
        SALESFORCE.spoilNextAnswer(slow);
        assertPutOff(order, "");

        transfer(order);

        assertArrived(order, 2);
    }

    static Stream<UnaryOperator<ResponseDefinitionBuilder>> anAnswerThatIsTooSlowIsNotWaitedFor() {
        return Stream.of(
                answer -> answer.withFixedDelay(7000),
                // Byte by byte, so that no single one is late.
                answer -> answer.withChunkedDribbleDelay(20, 10000));
    }

    @Test
    void aSlowAnswerInTimeIsTaken() {
        HandoverOrder order = order(1, 3, "10.00");
        SALESFORCE.spoilNextAnswer(answer -> answer.withFixedDelay(500));

        transfer(order);

        assertThat(SALESFORCE.calls).hasSize(1);
        assertArrived(order, 1);
    }

    @Test
    void eachRecordOfASuccessfulCallIsLookedAtByItself() {
        HandoverOrder order = order(1, 4, "10.00");
        SALESFORCE.errors.put(agreementId + ":l2", "FIELD_CUSTOM_VALIDATION_EXCEPTION");
        SALESFORCE.errors.put(agreementId + ":l3", "UNABLE_TO_LOCK_ROW");
        assertThatThrownBy(() -> transfer(order)).isInstanceOf(UncheckedIOException.class);
        SALESFORCE.errors.clear();

        transfer(order);

        assertThat(SALESFORCE.calls.get(1)).containsExactly(agreementId + ":l3");
        assertThat(SALESFORCE.records.keySet())
                .containsExactly(agreementId + ":l1", agreementId + ":l3", agreementId + ":l4");
        assertThat(ledger())
                .extracting(LedgerEntry::lineId, LedgerEntry::status, LedgerEntry::error, LedgerEntry::attempts)
                .containsExactly(
                        tuple("l1", HandoverStatus.ACCEPTED, null, 1),
                        tuple("l2", HandoverStatus.REJECTED, "FIELD_CUSTOM_VALIDATION_EXCEPTION: Told to", 1),
                        tuple("l3", HandoverStatus.ACCEPTED, null, 2),
                        tuple("l4", HandoverStatus.ACCEPTED, null, 1));
    }

    @Test
    void recordsRolledBackForAnothersFaultAreSentAgain() {
        HandoverOrder order = order(1, 3, "10.00");
        SALESFORCE.errors.put(agreementId + ":l1", "ALL_OR_NONE_OPERATION_ROLLED_BACK");
        SALESFORCE.errors.put(agreementId + ":l2", "INVALID_CROSS_REFERENCE_KEY");
        SALESFORCE.errors.put(agreementId + ":l3", "ALL_OR_NONE_OPERATION_ROLLED_BACK");
        assertThatThrownBy(() -> transfer(order)).isInstanceOf(UncheckedIOException.class);
        SALESFORCE.errors.clear();

        transfer(order);

        assertThat(SALESFORCE.calls.get(1)).containsExactly(agreementId + ":l1", agreementId + ":l3");
        assertThat(ledger())
                .extracting(LedgerEntry::status)
                .containsExactly(HandoverStatus.ACCEPTED, HandoverStatus.REJECTED, HandoverStatus.ACCEPTED);
    }

    @Test
    void aKeyThatIsNotUniqueIsFoundAndTheOthersArrive() {
        HandoverOrder order = order(1, 200, "10.00");
        SALESFORCE.ambiguous.add(agreementId + ":l77");

        transfer(order);

        Map<String, String> others = amounts(order);
        others.remove(agreementId + ":l77");
        assertThat(SALESFORCE.amounts()).isEqualTo(others);
        assertThat(ledger())
                .filteredOn(entry -> entry.status() != HandoverStatus.ACCEPTED)
                .extracting(LedgerEntry::lineId, LedgerEntry::status, LedgerEntry::error)
                .containsExactly(
                        tuple("l77", HandoverStatus.REJECTED, "300 More than one record has this external id"));
    }

    @Test
    void aDuplicateThatIsNamedIsRejected() {
        HandoverOrder order = order(1, 2, "10.00");
        SALESFORCE.errors.put(agreementId + ":l1", "DUPLICATE_EXTERNAL_ID");

        transfer(order);

        assertThat(ledger())
                .extracting(LedgerEntry::status)
                .containsExactly(HandoverStatus.REJECTED, HandoverStatus.ACCEPTED);
        assertThat(SALESFORCE.amounts()).isEqualTo(Map.of(agreementId + ":l2", "12.00"));
    }

    private void transfer(HandoverOrder order) {
        handover.transfer(TargetSystem.CRM, order);
    }

    private void assertPutOff(HandoverOrder order, String error) {
        assertThatThrownBy(() -> transfer(order)).isInstanceOf(UncheckedIOException.class);
        assertThat(ledger())
                .isNotEmpty()
                .allMatch(entry -> entry.status() == HandoverStatus.FAILED)
                .allSatisfy(entry -> assertThat(entry.error()).contains(error));
    }

    private void assertArrived(HandoverOrder order, int attempts) {
        assertThat(SALESFORCE.amounts()).isEqualTo(amounts(order));
        assertThat(ledger())
                .filteredOn(entry -> entry.revision() == order.revision())
                .hasSameSizeAs(order.lines())
                .allMatch(entry -> entry.status() == HandoverStatus.ACCEPTED)
                .allMatch(entry -> entry.attempts() == attempts)
                .allMatch(entry -> ("id-" + agreementId + ":" + entry.lineId()).equals(entry.remoteId()));
    }

    private List<LedgerEntry> ledger() {
        return handover.ledger(agreementId);
    }

    private HandoverOrder order(int revision, int lines, String base) {
        return Orders.order(agreementId, revision, lines, base);
    }
}
