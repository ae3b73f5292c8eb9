package io.konsens.handover.filedrop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.konsens.handover.HandoverOrder;
import io.konsens.handover.TargetConnector.LineResult;
import io.konsens.handover.TargetLine;
import io.konsens.handover.TargetSystem;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileDropTest {

    private static final TargetLine REVENUE =
            new TargetLine("l1", "revenue", "CURRENCY", "K100", "Heizung", new BigDecimal("1234567.50"));
    private static final TargetLine MARGIN =
            new TargetLine("l2", "contribution_margin", "PERCENT", null, null, new BigDecimal("24.50"));

    @TempDir
    private Path folder;

    private FileDrop drop(Path target) {
        return new FileDrop(TargetSystem.CRM, target);
    }

    private static HandoverOrder order(int revision, String repName, TargetLine... lines) {
        return new HandoverOrder(
                "2027-E1",
                revision,
                "2027",
                LocalDate.of(2027, 1, 1),
                LocalDate.of(2027, 12, 31),
                "E1",
                repName,
                "E2",
                "EUR",
                List.of(lines));
    }

    @Test
    void writesEveryLineAndTakesThemAll() throws IOException {
        List<LineResult> results =
                drop(folder).send(order(1, "Jürgen Müßig", REVENUE, MARGIN), List.of(REVENUE, MARGIN));

        assertThat(results)
                .containsExactly(
                        LineResult.accepted("l1", "2027-E1-r1.csv"), LineResult.accepted("l2", "2027-E1-r1.csv"));
        assertThat(Files.readString(folder.resolve("2027-E1-r1.csv")).split("\r\n"))
                .containsExactly(
                        "external_key,revision,period_id,period_start,period_end,rep_id,rep_name,manager_id,metric,"
                                + "account_id,product_group,unit,amount,currency,effective_from",
                        "2027-E1:l1,1,2027,2027-01-01,2027-12-31,E1,Jürgen Müßig,E2,revenue,K100,Heizung,CURRENCY,"
                                + "1234567.50,EUR,2027-01-01",
                        "2027-E1:l2,1,2027,2027-01-01,2027-12-31,E1,Jürgen Müßig,E2,contribution_margin,,,PERCENT,"
                                + "24.50,,2027-01-01");
    }

    @Test
    void repeatingLeavesOneWholeFile() throws IOException {
        drop(folder).send(order(1, "Eva", REVENUE, MARGIN), List.of(REVENUE, MARGIN));
        String first = Files.readString(folder.resolve("2027-E1-r1.csv"));
        drop(folder).send(order(1, "Eva", REVENUE, MARGIN), List.of(MARGIN));

        assertThat(files()).containsExactly("2027-E1-r1.csv");
        assertThat(Files.readString(folder.resolve("2027-E1-r1.csv"))).isEqualTo(first);
    }

    @Test
    void eachRevisionHasItsFile() throws IOException {
        drop(folder).send(order(1, "Eva", REVENUE), List.of(REVENUE));
        drop(folder).send(order(2, "Eva", REVENUE), List.of(REVENUE));

        assertThat(files()).containsExactly("2027-E1-r1.csv", "2027-E1-r2.csv");
    }

    @Test
    void whatACrashLeftBehindIsOverwritten() throws IOException {
        Files.writeString(
                folder.resolve(".2027-E1-r1.csv.tmp"), "half a file that is longer than the whole ".repeat(99));
        drop(folder).send(order(1, "Eva", MARGIN), List.of(MARGIN));

        assertThat(files()).containsExactly("2027-E1-r1.csv");
        assertThat(folder.resolve("2027-E1-r1.csv")).content().doesNotContain("half");
    }

    @Test
    void theFileIsReadableForThoseWhoMayReadTheFolder() throws IOException {
        drop(folder).send(order(1, "Eva", MARGIN), List.of(MARGIN));
        Path plain = Files.createFile(folder.resolve("plain"));

        assertThat(Files.getPosixFilePermissions(folder.resolve("2027-E1-r1.csv")))
                .isEqualTo(Files.getPosixFilePermissions(plain));
    }

    @Test
    void aNameIsNeverAFormula() throws IOException {
        TargetLine line = new TargetLine("l3", "revenue", "CURRENCY", "@SUM(A1)", "+49", BigDecimal.TEN);
        drop(folder).send(order(1, "=HYPERLINK(\"http://x\")", line), List.of(line));

        assertThat(folder.resolve("2027-E1-r1.csv"))
                .content()
                .contains("\"'=HYPERLINK(\"\"http://x\"\")\"", ",'@SUM(A1),", ",'+49,");
    }

    @Test
    void aFolderThatCannotBeWrittenIsWorthAnotherTry() throws IOException {
        Path notAFolder = Files.createFile(folder.resolve("disk"));

        assertThatThrownBy(() -> drop(notAFolder).send(order(1, "Eva", MARGIN), List.of(MARGIN)))
                .isInstanceOf(IOException.class);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
