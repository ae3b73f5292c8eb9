package io.konsens.agreement.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.konsens.platform.doors.DoorTest;
import io.konsens.testing.EditedWorkbook;
import io.konsens.testing.SalesTeam;
import io.konsens.testing.Visitor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The file itself: what is locked, frozen, hidden and calculated in it, and how other programs may have written it. */
@DoorTest
class WorkbookFileTest {

    private static final String SHEET = "xl/worksheets/sheet1.xml";

    @LocalServerPort
    private int port;

    @Autowired
    private SalesTeam team;

    private String agreement;
    private Visitor rita;

    @BeforeEach
    void agreement() {
        agreement = "/api/v1/agreements/" + team.newAgreement("R1");
        rita = Visitor.program(port, "r1");
    }

    @Test
    void only_ones_own_cells_can_be_typed_into() {
        byte[] file = file();
        EditedWorkbook workbook = new EditedWorkbook(file);

        assertThat(entry(file, SHEET)).contains("<sheetProtection").containsPattern("sheet=\"(1|true)\"");
        for (Object heading : workbook.headings()) {
            boolean input = List.of("Plan", "Comment").contains(heading);
            for (String line : List.of("Alpha", "Beta", "New customers")) {
                assertThat(isLocked(file, workbook, line, heading))
                        .as("%s of %s", heading, line)
                        .isEqualTo(!input);
            }
            assertThat(isLocked(file, workbook, "Contribution margin", heading))
                    .as("set by management")
                    .isTrue();
        }
    }

    @Test
    void whoever_has_nothing_to_enter_gets_everything_locked() {
        byte[] file = Visitor.program(port, "m1").download(agreement + "/workbook");
        EditedWorkbook workbook = new EditedWorkbook(file);

        for (Object heading : workbook.headings()) {
            assertThat(isLocked(file, workbook, "Alpha", heading))
                    .as(String.valueOf(heading))
                    .isTrue();
        }
    }

    @Test
    void head_and_names_stay_in_sight_and_keys_out_of_it() {
        String sheet = entry(file(), SHEET);

        assertThat(sheet).containsPattern("<pane [^>]*xSplit=\"7\"[^>]*ySplit=\"4\"[^>]*state=\"frozen\"");
        for (int column = 1; column <= 4; column++) {
            assertThat(sheet)
                    .containsPattern("<col min=\"" + column + "\" max=\"" + column + "\"[^>]*hidden=\"(1|true)\"");
        }
    }

    @Test
    void totals_and_changes_are_formulas_over_every_line() {
        EditedWorkbook workbook = new EditedWorkbook(file());
        int first = 5;
        int last = first + workbook.lines() - 1;

        assertThat(workbook.lines()).isEqualTo(4);
        assertThat(workbook.total("Baseline"))
                .isEqualTo("SUMIF(H%1$d:H%2$d,\"EUR\",I%1$d:I%2$d)".formatted(first, last));
        assertThat(workbook.total("Plan")).isEqualTo("SUMIF(H%1$d:H%2$d,\"EUR\",J%1$d:J%2$d)".formatted(first, last));
        assertThat(workbook.total("Change")).isEqualTo("IF(J3=\"\",\"\",J3-N(I3))");
        int alpha = workbook.row("Alpha");
        assertThat(workbook.formula("Alpha", "Change"))
                .isEqualTo("IF(J%1$d=\"\",\"\",J%1$d-N(I%1$d))".formatted(alpha));
        assertThat(workbook.formula("Alpha", "Change %"))
                .isEqualTo("IF(OR(J%1$d=\"\",N(I%1$d)=0),\"\",(J%1$d-I%1$d)/ABS(I%1$d))".formatted(alpha));
    }

    @Test
    void figures_are_numbers_to_the_cent_and_only_money_is_summed() {
        EditedWorkbook workbook = new EditedWorkbook(file());
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode line : rita.get(agreement).json().get("lines")) {
            if (line.get("metric").asText().equals("revenue")) {
                String account = line.get("accountName").asText();
                assertThat((BigDecimal) workbook.get(account, "Baseline"))
                        .isEqualByComparingTo(line.get("baseline").asText());
                assertThat(workbook.get(account, "Unit")).isEqualTo("EUR");
                sum = sum.add(new BigDecimal(line.get("baseline").asText()));
            }
        }
        assertThat(sum).isEqualByComparingTo("3000.00");
        assertThat(workbook.get("New customers", "Unit")).isEqualTo("count");
        assertThat(workbook.get("Contribution margin", "Unit")).isEqualTo("%");
    }

    @Test
    void it_speaks_the_language_of_the_reader() {
        byte[] german = rita.with("Accept-Language", "de").download(agreement + "/workbook");

        assertThat(new EditedWorkbook(german).headings())
                .endsWith(
                        "Kennzahl",
                        "Kunde",
                        "Produktgruppe",
                        "Einheit",
                        "Basis",
                        "Plan",
                        "Differenz",
                        "Veränd. %",
                        "Auffälligkeit",
                        "Bemerkung");
    }

    @Test
    void a_formula_counts_by_its_result_and_one_without_is_no_empty_cell() {
        byte[] file = file();
        EditedWorkbook workbook = new EditedWorkbook(file);

        assertThat(mine(replace(file, workbook, "Alpha", "<f>I5*1.05</f><v>1050.0000000000001</v>", "")))
                .isEqualTo("1050.00");
        assertThat(mine(replace(file, workbook, "Alpha", "<f>\"1.234,5\"</f><v>1.234,5</v>", "t=\"str\"")))
                .isEqualTo("1234.50");
        assertThat(error(replace(file, workbook, "Alpha", "<f>I5*1.05</f>", "")))
                .startsWith("The formula has no result");
        assertThat(error(replace(file, workbook, "Alpha", "<f>1/0</f><v>#DIV/0!</v>", "t=\"e\"")))
                .startsWith("The formula has no result (#DIV/0!)");
        assertThat(error(replace(file, workbook, "Alpha", "<v>12x</v>", "")))
                .as("broken by whatever wrote it")
                .startsWith("The formula has no result");
    }

    private String mine(byte[] file) {
        return preview(file).at("/rows/0/fields/0/mine").asText();
    }

    private String error(byte[] file) {
        return preview(file).at("/rows/0/errors/0/message").asText();
    }

    private JsonNode preview(byte[] file) {
        return rita.upload(agreement + "/workbook", file).json();
    }

    private byte[] file() {
        return rita.download(agreement + "/workbook");
    }

    /** The same file with something else in a line's plan. */
    private static byte[] replace(byte[] file, EditedWorkbook workbook, String line, String content, String type) {
        String address = address(workbook, line, "Plan");
        return rewritten(
                file,
                sheet -> sheet.replaceFirst(
                        "<c r=\"" + address + "\"([^>]*?)(/>|>.*?</c>)",
                        Matcher.quoteReplacement("<c r=\"" + address + "\" " + type + ">" + content + "</c>")));
    }

    private static boolean isLocked(byte[] file, EditedWorkbook workbook, String line, Object heading) {
        Matcher cell = Pattern.compile("<c r=\"" + address(workbook, line, heading) + "\" s=\"(\\d+)\"")
                .matcher(entry(file, SHEET));
        if (!cell.find()) {
            return true;
        }
        String styles = entry(file, "xl/styles.xml");
        String formats = styles.substring(styles.indexOf("<cellXfs"), styles.indexOf("</cellXfs>"));
        List<String> all = Pattern.compile("<xf [^>]*?(/>|>.*?</xf>)", Pattern.DOTALL)
                .matcher(formats)
                .results()
                .map(MatchResult::group)
                .toList();
        return !all.get(Integer.parseInt(cell.group(1))).matches("(?s).*locked=\"(0|false)\".*");
    }

    private static String address(EditedWorkbook workbook, String line, Object heading) {
        return (char) ('A' + workbook.headings().indexOf(heading)) + String.valueOf(workbook.row(line));
    }

    private static String entry(byte[] file, String name) {
        String[] found = new String[1];
        copy(file, new ByteArrayOutputStream(), name, content -> found[0] = content);
        return found[0];
    }

    private static byte[] rewritten(byte[] file, UnaryOperator<String> sheet) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        copy(file, out, SHEET, sheet);
        return out.toByteArray();
    }

    private static void copy(byte[] file, ByteArrayOutputStream to, String name, UnaryOperator<String> change) {
        try {
            Path kept = Files.createTempFile("plan", ".xlsx");
            Files.write(kept, file);
            try (ZipFile in = new ZipFile(kept.toFile());
                    ZipOutputStream out = new ZipOutputStream(to)) {
                for (ZipEntry entry : Collections.list(in.entries())) {
                    byte[] content = in.getInputStream(entry).readAllBytes();
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    out.write(
                            entry.getName().equals(name)
                                    ? change.apply(new String(content, StandardCharsets.UTF_8))
                                            .getBytes(StandardCharsets.UTF_8)
                                    : content);
                }
            } finally {
                Files.delete(kept);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
