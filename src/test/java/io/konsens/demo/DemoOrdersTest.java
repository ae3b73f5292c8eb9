package io.konsens.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.konsens.planning.PlanningPeriod;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoOrdersTest {

    private static final PlanningPeriod PERIOD = new PlanningPeriod(
            "2027",
            LocalDate.of(2027, 1, 1),
            LocalDate.of(2027, 12, 31),
            "EUR",
            LocalDate.of(2025, 11, 1),
            LocalDate.of(2026, 10, 31));

    @TempDir
    private Path folder;

    @Test
    void theSameDayHasTheSameOrdersEverywhere() throws IOException {
        assertThat(orders(LocalDate.of(2026, 11, 24))).isEqualTo(orders(LocalDate.of(2026, 11, 24)));
    }

    @Test
    void aLaterDayOnlyAddsOrders() throws IOException {
        List<String> before = orders(LocalDate.of(2026, 11, 3));

        assertThat(orders(LocalDate.of(2026, 11, 24))).containsAll(before).hasSizeGreaterThan(before.size());
    }

    @Test
    void theWholesalerHasAPlausibleYear() throws IOException {
        BigDecimal year = orders(LocalDate.of(2026, 11, 24)).stream()
                .map(line -> line.split(","))
                .filter(cells -> cells[1].startsWith("2025"))
                .map(cells -> new BigDecimal(cells[6]))
                .reduce(BigDecimal.ZERO, BigDecimal::add);

        assertThat(year).isBetween(new BigDecimal(5_000_000), new BigDecimal(12_000_000));
    }

    private List<String> orders(LocalDate today) throws IOException {
        Path file = folder.resolve("orders.csv");
        new DemoOrders().write(file, PERIOD, today);
        List<String> lines = Files.readAllLines(file);
        return lines.subList(1, lines.size());
    }
}
