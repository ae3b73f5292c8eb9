package io.konsens.handover;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** What is handed over in tests. */
public final class Orders {

    private Orders() {}

    /** Lines l1, l2, … with the base amount and 1, 2, … on top. */
    public static HandoverOrder order(String agreementId, int revision, int lines, String base) {
        return new HandoverOrder(
                agreementId,
                revision,
                "2027",
                LocalDate.of(2027, 1, 1),
                LocalDate.of(2027, 12, 31),
                "E1",
                "Jürgen Müßig",
                "E2",
                "EUR",
                IntStream.rangeClosed(1, lines)
                        .mapToObj(number -> new TargetLine(
                                "l" + number,
                                "revenue",
                                "CURRENCY",
                                "K" + number,
                                null,
                                new BigDecimal(base).add(BigDecimal.valueOf(number))))
                        .toList());
    }

    /** By external key, digit for digit. */
    public static Map<String, String> amounts(HandoverOrder order) {
        Map<String, String> amounts = new TreeMap<>();
        order.lines()
                .forEach(line -> amounts.put(
                        TargetConnector.externalKey(order, line), line.amount().toPlainString()));
        return amounts;
    }
}
