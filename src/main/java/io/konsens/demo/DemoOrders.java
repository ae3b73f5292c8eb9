package io.konsens.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.konsens.planning.PlanningPeriod;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/**
 * Orders of the two years before this one and of this year to date. The same account has the same orders in the same month
 * wherever and whenever they are made: chance is seeded with both.
 */
class DemoOrders {

    /** Percent of an average month: little is built in winter. */
    private static final int[] SEASON = {72, 78, 98, 106, 110, 108, 101, 92, 118, 121, 112, 84};

    private static final Map<String, Segment> SEGMENTS =
            Map.of("A", new Segment(310_000, 6, 4), "B", new Segment(128_000, 5, 3), "C", new Segment(41_000, 3, 2));

    /** Every twelfth account or so is won during the baseline, so that there are new customers to count. */
    private static final int NEW_ACCOUNT = 12;

    /** @param yearly euros an average account of this segment spends in a year */
    private record Segment(int yearly, int groups, int ordersPerMonth) {}

    private record Product(String id, String group, BigDecimal price) {}

    void write(Path file, PlanningPeriod period, LocalDate today) throws IOException {
        Map<String, List<Product>> assortment = assortment();
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
            int nth = 0;
            for (NamedCsvRecord account : read("accounts.csv")) {
                LocalDate first = ++nth % NEW_ACCOUNT == 0
                        ? period.baselineFrom().plusMonths(3)
                        : LocalDate.of(today.getYear() - 2, 1, 1);
                Account customer = new Account(account, assortment);
                for (YearMonth month = YearMonth.from(first);
                        !month.isAfter(YearMonth.from(today));
                        month = month.plusMonths(1)) {
                    customer.orders(month, today, csv);
                }
            }
        }
    }

    private Map<String, List<Product>> assortment() throws IOException {
        Map<String, BigDecimal> prices = read("prices.csv").stream()
                .collect(Collectors.toMap(
                        price -> price.getField("product_id"), price -> new BigDecimal(price.getField("list_price"))));
        return read("products.csv").stream()
                .map(product -> new Product(
                        product.getField("product_id"),
                        product.getField("product_group"),
                        prices.get(product.getField("product_id"))))
                .collect(Collectors.groupingBy(Product::group, TreeMap::new, Collectors.toList()));
    }

    private static List<NamedCsvRecord> read(String name) throws IOException {
        try (InputStream content = new ClassPathResource("demo/" + name).getInputStream();
                CsvReader<NamedCsvRecord> csv =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(content, StandardCharsets.UTF_8))) {
            return csv.stream().toList();
        }
    }

    /** One customer's habits: what they buy, how much, at which discount, and whether they grow. */
    private static final class Account {

        private final String id;
        private final String owner;
        private final Segment segment;
        private final Map<String, List<Product>> assortment;
        private final List<String> groups;
        private final int yearly;
        private final int growthPercent;
        private final int pricePercent;

        Account(NamedCsvRecord account, Map<String, List<Product>> assortment) {
            id = account.getField("account_id");
            owner = account.getField("owner_id");
            segment = SEGMENTS.get(account.getField("segment"));
            this.assortment = assortment;
            Random habits = new Random(id.hashCode());
            List<String> shuffled = new ArrayList<>(assortment.keySet());
            Collections.shuffle(shuffled, habits);
            groups = shuffled.subList(0, segment.groups());
            yearly = segment.yearly() * (70 + habits.nextInt(61)) / 100;
            growthPercent = habits.nextInt(19) - 6;
            pricePercent = 100 - habits.nextInt(16);
        }

        void orders(YearMonth month, LocalDate today, CsvWriter csv) {
            Random chance = new Random((long) id.hashCode() * 31 + month.hashCode());
            int yearsFromNow = month.getYear() - today.getYear();
            int budget = yearly / 12 * SEASON[month.getMonthValue() - 1] / 100 * (80 + chance.nextInt(41)) / 100;
            budget = budget * (100 + growthPercent * yearsFromNow) / 100;
            int count = Math.max(1, segment.ordersPerMonth() - 1 + chance.nextInt(3));
            for (int n = 1; n <= count; n++) {
                LocalDate date = month.atDay(1 + chance.nextInt(month.lengthOfMonth()));
                String order = month.toString().replace("-", "") + "-" + id + "-" + n;
                List<String> wanted = new ArrayList<>(groups);
                Collections.shuffle(wanted, chance);
                int lines = Math.min(wanted.size(), 2 + chance.nextInt(2));
                for (String group : wanted.subList(0, lines)) {
                    line(order, date, group, budget / count / lines, chance, today, csv);
                }
            }
        }

        private void line(
                String order, LocalDate date, String group, int budget, Random chance, LocalDate today, CsvWriter csv) {
            List<Product> affordable = assortment.get(group).stream()
                    .filter(product -> product.price().compareTo(new BigDecimal(budget)) <= 0)
                    .toList();
            if (affordable.isEmpty()) {
                return;
            }
            Product product = affordable.get(chance.nextInt(affordable.size()));
            BigDecimal price = product.price()
                    .multiply(new BigDecimal(pricePercent))
                    .divide(new BigDecimal(100), 2, RoundingMode.HALF_UP);
            BigDecimal quantity = new BigDecimal(budget).divide(price, 0, RoundingMode.HALF_UP);
            if (!date.isAfter(today)) {
                csv.writeRecord(
                        order,
                        date.toString(),
                        id,
                        product.id(),
                        owner,
                        quantity.toPlainString(),
                        price.multiply(quantity).toPlainString(),
                        "EUR");
            }
        }
    }
}
