package io.konsens.handover.filedrop;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.konsens.handover.HandoverOrder;
import io.konsens.handover.TargetConnector;
import io.konsens.handover.TargetLine;
import io.konsens.handover.TargetSystem;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Drops one CSV file per agreement and revision: {@code <agreementId>-r<revision>.csv}, UTF-8, comma, dot. Written under a
 * temporary name, forced to disk, then renamed, so that nobody ever reads half a file; writing it again replaces it.
 */
class FileDrop implements TargetConnector {

    private static final String[] HEADER = {
        "external_key",
        "period_id",
        "rep_id",
        "rep_name",
        "manager_id",
        "metric",
        "account_id",
        "product_group",
        "unit",
        "amount",
        "currency",
        "revision"
    };

    private final TargetSystem system;
    private final Path folder;

    FileDrop(TargetSystem system, Path folder) {
        this.system = system;
        this.folder = folder;
    }

    @Override
    public TargetSystem system() {
        return system;
    }

    /** The file always holds the whole order, so every line is taken at once. */
    @Override
    public List<LineResult> send(HandoverOrder order, List<TargetLine> pending) throws IOException {
        String name = order.agreementId() + "-r" + order.revision() + ".csv";
        Files.createDirectories(folder);
        Path temporary = Files.createTempFile(folder, "." + name, ".tmp");
        try {
            write(temporary, order);
            Files.move(
                    temporary,
                    folder.resolve(name),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
        return pending.stream()
                .map(line -> new LineResult(line.lineId(), name, null))
                .toList();
    }

    private static void write(Path file, HandoverOrder order) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                Writer writer = new OutputStreamWriter(Channels.newOutputStream(channel), StandardCharsets.UTF_8)) {
            CsvWriter csv = CsvWriter.builder().build(writer);
            csv.writeRecord(HEADER);
            for (TargetLine line : order.lines()) {
                csv.writeRecord(
                        TargetConnector.externalKey(order.agreementId(), line),
                        order.periodId(),
                        order.repId(),
                        text(order.repName()),
                        order.managerId(),
                        line.metric(),
                        text(line.accountId()),
                        text(line.productGroup()),
                        line.unit(),
                        line.amount().toPlainString(),
                        line.unit().equals("CURRENCY") ? order.currency() : "",
                        String.valueOf(order.revision()));
            }
            writer.flush();
            channel.force(true);
        }
    }

    /** A spreadsheet must not take a name for a formula: an apostrophe in front makes it text. */
    private static String text(@Nullable String value) {
        String plain = Objects.requireNonNullElse(value, "");
        return !plain.isEmpty() && "=+-@\t\r".indexOf(plain.charAt(0)) >= 0 ? "'" + plain : plain;
    }
}
