package io.konsens.agreement.domain;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The figures both sides confirm, in one canonical form, so that anybody can compute the hash again.
 *
 * <p>UTF-8, one line feed after every line, fields separated by a tab, in fields {@code \}, tab and line feed escaped as
 * {@code \\}, {@code \t}, {@code \n}, nothing written as an empty field: first {@code agreement, revision, period, rep,
 * currency}, of an adjustment also {@code first day it applies to (ISO), agreement it changes}; then for every plan line, ordered by metric, account and product group in code point order,
 * {@code metric, account, product group, REP|MANAGER, agreed value}, the value without trailing zeros and never in
 * scientific notation.
 */
final class FrozenFigures {

    private static final Comparator<PlanLine> ORDER = Comparator.comparing(PlanLine::metric)
            .thenComparing(line -> Objects.requireNonNullElse(line.accountId(), ""))
            .thenComparing(line -> Objects.requireNonNullElse(line.productGroup(), ""));

    private FrozenFigures() {}

    static String canonical(TargetAgreement agreement) {
        Adjustment adjustment = agreement.adjustment();
        Stream<String> first = Stream.of(
                agreement.agreementId(),
                String.valueOf(agreement.revision()),
                agreement.periodId(),
                agreement.repId(),
                agreement.currency());
        Stream<String> more = adjustment == null
                ? Stream.empty()
                : Stream.of(adjustment.effectiveFrom().toString(), adjustment.adjusts());
        String head = row(Stream.concat(first, more).toArray(String[]::new));
        return agreement.lines().stream()
                .sorted(ORDER)
                .map(line -> row(
                        line.metric(),
                        line.accountId(),
                        line.productGroup(),
                        line.setBy().name(),
                        plain(line.agreed())))
                .collect(Collectors.joining("", head, ""));
    }

    static String sha256(TargetAgreement agreement) {
        try {
            byte[] canonical = canonical(agreement).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static @Nullable String plain(@Nullable BigDecimal figure) {
        return figure == null ? null : figure.stripTrailingZeros().toPlainString();
    }

    private static String row(@Nullable String... fields) {
        return Arrays.stream(fields).map(FrozenFigures::escape).collect(Collectors.joining("\t", "", "\n"));
    }

    private static String escape(@Nullable String field) {
        return field == null
                ? ""
                : field.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n");
    }
}
