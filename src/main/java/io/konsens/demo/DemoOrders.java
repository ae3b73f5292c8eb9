package io.konsens.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** Two years of orders and those of this year so far: always the same, but for the date they end at. */
final class DemoOrders {

    private static final long SEED = 20_261_124;
    private static final int ORDERS_A_MONTH = 2;

    private final Random random = new Random(SEED);
    private final List<NamedCsvRecord> accounts = records("accounts.csv");
    private final List<NamedCsvRecord> products = records("products.csv");

    private DemoOrders() {}

    /** Writes the orders up to yesterday as an import file. */
    static void write(Path file, LocalDate today) throws IOException {
        new DemoOrders().writeAll(file, today);
    }

    private void writeAll(Path file, LocalDate today) throws IOException {
        int number = 100_000;
        try (CsvWriter csv = CsvWriter.builder().build(file)) {
            csv.writeRecord(
                    "order_id",
                    "order_date",
                    "account_id",
                    "product_id",
                    "employee_id",
                    "quantity",
                    "net_amount",
                    "currency");
            LocalDate first = LocalDate.of(today.getYear() - 2, 1, 1);
            for (LocalDate month = first; month.isBefore(today); month = month.plusMonths(1)) {
                for (NamedCsvRecord account : accounts) {
                    for (int i = 0; i < ORDERS_A_MONTH; i++) {
                        LocalDate date = month.plusDays(random.nextInt(27));
                        number++;
                        if (date.isBefore(today) && random.nextInt(10) > 2) {
                            order(csv, "A" + number, date, account);
                        }
                    }
                }
            }
        }
    }

    /** Every account has its own few products, and the larger ones buy more. */
    private void order(CsvWriter csv, String orderId, LocalDate date, NamedCsvRecord account) {
        int taste = Math.floorMod(account.getField("account_id").hashCode(), products.size());
        int size = 1 + Math.floorMod(account.getField("segment").charAt(0), 3);
        int lines = 1 + random.nextInt(3);
        for (int i = 0; i < lines; i++) {
            NamedCsvRecord product = products.get((taste + random.nextInt(11) * 3) % products.size());
            int quantity = 1 + random.nextInt(8 * size);
            BigDecimal price =
                    new BigDecimal(2000 + Math.floorMod(product.getField("name").hashCode(), 40_000)).movePointLeft(2);
            BigDecimal rebate = new BigDecimal(80 + random.nextInt(21)).movePointLeft(2);
            csv.writeRecord(
                    orderId,
                    date.toString(),
                    account.getField("account_id"),
                    product.getField("product_id"),
                    account.getField("owner_id"),
                    String.valueOf(quantity),
                    price.multiply(new BigDecimal(quantity))
                            .multiply(rebate)
                            .setScale(2, RoundingMode.HALF_UP)
                            .toPlainString(),
                    "EUR");
        }
    }

    static void copy(String name, Path file) {
        try (InputStream in = resource(name)) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<NamedCsvRecord> records(String name) {
        try (InputStream in = resource(name);
                CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(in, StandardCharsets.UTF_8)) {
            return csv.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream resource(String name) {
        return DemoOrders.class.getResourceAsStream("/demo/" + name);
    }
}
