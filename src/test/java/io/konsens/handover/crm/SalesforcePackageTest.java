package io.konsens.handover.crm;

import static org.assertj.core.api.Assertions.assertThat;

import io.konsens.handover.TargetField;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The package that administrators deploy holds what the connector writes. */
class SalesforcePackageTest {

    private static final Path METADATA = Path.of("docs/salesforce/force-app/main/default");
    private static final Path FIELDS = METADATA.resolve("objects/Sales_Target__c/fields");

    @ParameterizedTest
    @EnumSource(TargetField.class)
    void everyFieldIsThereAndMayBeWritten(TargetField field) throws IOException {
        String name = CrmProperties.packageName(field);

        assertThat(FIELDS.resolve(name + ".field-meta.xml"))
                .content()
                .contains("<fullName>" + name + "</fullName>")
                .doesNotContain("<formula>");
        assertThat(METADATA.resolve("permissionsets/Konsens_Handover.permissionset-meta.xml"))
                .content()
                .containsPattern("<editable>true</editable>\\s*<field>Sales_Target__c." + name + "</field>");
    }

    @Test
    void theKeyIsAUniqueExternalId() {
        assertThat(FIELDS.resolve("External_Key__c.field-meta.xml"))
                .content()
                .contains("<externalId>true</externalId>", "<unique>true</unique>");
    }

    @ParameterizedTest
    @MethodSource("files")
    void isWellFormedAndNamesOnlyFieldsThereAre(Path file) throws Exception {
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());

        Set<String> named = Pattern.compile("Sales_Target__c\\.(\\w+__c)")
                .matcher(Files.readString(file))
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(named)
                .allSatisfy(name ->
                        assertThat(FIELDS.resolve(name + ".field-meta.xml")).exists());
    }

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(METADATA)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
