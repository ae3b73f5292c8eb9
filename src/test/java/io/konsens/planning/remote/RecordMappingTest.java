package io.konsens.planning.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.konsens.planning.imports.ImportKind;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an administrator may write, and what becomes of a record. */
class RecordMappingTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Department             | {\"Department\":\" North \"}          | North",
                "Department, 'Sales'    | {\"Department\":null}               | Sales",
                "Department,UserRole.Name,'Sales, all' | {\"UserRole\":{\"Name\":\"East\"}} | East",
                "Department,UserRole.Name,'Sales, all' | {\"UserRole\":null}  | Sales, all",
                "Number__c              | {\"Number__c\":4711.0}              | 4711",
                "Number__c              | {\"Number__c\":3.5E8}               | 350000000",
                "Number__c              | {\"Number__c\":12345678901234567.89} | 12345678901234567.89",
            })
    void theFirstTermWithAValueCounts(String terms, String json, String value) throws JsonProcessingException {
        RecordMapping mapping = new RecordMapping(ImportKind.EMPLOYEES, Map.of("org-unit", terms), BERLIN);

        assertThat(mapping.value("org_unit", record(json))).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01, 2026-03-01",
        "2026-03-01T23:30:00.000+0000, 2026-03-02",
        "2026-03-01T22:30:00Z, 2026-03-01",
        "2026-03-01T23:30:00.000-05:00, 2026-03-02",
        "2026-13-01T23:30:00Z, 2026-13-01T23:30:00Z"
    })
    void aPointOfTimeIsTheDateItFallsOnHere(String value, String date) throws JsonProcessingException {
        RecordMapping mapping = new RecordMapping(ImportKind.ORDERS, Map.of("order-date", "At"), BERLIN);

        assertThat(mapping.value("order_date", record("{\"At\":\"" + value + "\"}")))
                .isEqualTo(date);
    }

    @Test
    void aColumnThatDoesNotExistIsNamed() {
        assertThatThrownBy(() -> new RecordMapping(ImportKind.ACCOUNTS, Map.of("acount-id", "Id"), BERLIN))
                .hasMessageContaining("acount-id")
                .hasMessageContaining("account_id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Id FROM User", "'open", "A..B", "Id; Name", "1st"})
    void anythingButFieldsAndTextsIsRefused(String terms) {
        assertThatThrownBy(() -> new RecordMapping(ImportKind.ACCOUNTS, Map.of("name", terms), BERLIN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(terms);
    }

    private static JsonRecord record(String json) throws JsonProcessingException {
        return new JsonRecord(
                "1",
                JsonMapper.builder()
                        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                        .build()
                        .readTree(json));
    }
}
