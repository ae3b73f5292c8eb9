package io.konsens.handover.filedrop;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.konsens.handover.HandoverOrder;
import io.konsens.handover.TargetConnector;
import io.konsens.handover.TargetLine;
import io.konsens.handover.TargetSystem;
import io.konsens.platform.SpreadsheetText;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/**
 * Drops one CSV file per agreement and revision: {@code <agreementId>-r<revision>.csv}, UTF-8, comma, dot. Written under a
 * temporary name, forced to disk, then renamed, so that nobody ever reads half a file; writing it again replaces it.
 */
class FileDrop implements TargetConnector {

    private static final String[] HEADER = {
        "external_key",
        "revision",
        "period_id",
        "period_start",
        "period_end",
        "rep_id",
        "rep_name",
        "manager_id",
        "metric",
        "account_id",
        "product_group",
        "unit",
        "amount",
        "currency",
        "effective_from"
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

    /** A file holds a whole order. */
    @Override
    public int mostLinesAtOnce() {
        return Integer.MAX_VALUE;
    }

    /** The file always holds every line, those accepted earlier too: it is complete or it is not there. */
    @Override
    public List<LineResult> send(HandoverOrder order, List<TargetLine> chunk) throws IOException {
        String name = name(order);
        Files.createDirectories(folder);
        // What a crash left under this name is overwritten by the next try.
        Path temporary = folder.resolve("." + name + ".tmp");
        write(temporary, order);
        Files.move(
                temporary, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceRename();
        return chunk.stream()
                .map(line -> LineResult.accepted(line.lineId(), name))
                .toList();
    }

    /** A file that is gone was fetched: what became of it then cannot be seen from here. */
    @Override
    public Optional<List<RemoteTarget>> read(HandoverOrder order) throws IOException {
        try (CsvReader<NamedCsvRecord> records = CsvReader.builder().ofNamedCsvRecord(folder.resolve(name(order)))) {
            return Optional.of(records.stream().map(FileDrop::remoteTarget).toList());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Somebody may have written anything into the file by hand. */
    private static RemoteTarget remoteTarget(NamedCsvRecord record) {
        String currency = record.findField("currency").orElse("");
        return new RemoteTarget(
                record.findField("external_key").orElse(""),
                RemoteTarget.amount(record.findField("amount").orElse("")),
                currency.isEmpty() ? null : currency);
    }

    private static String name(HandoverOrder order) {
        return order.agreementId() + "-r" + order.revision() + ".csv";
    }

    private static void write(Path file, HandoverOrder order) throws IOException {
        try (FileChannel channel = FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING);
                Writer writer = new OutputStreamWriter(Channels.newOutputStream(channel), StandardCharsets.UTF_8);
                CsvWriter csv = CsvWriter.builder().build(writer)) {
            csv.writeRecord(HEADER);
            for (TargetLine line : order.lines()) {
                csv.writeRecord(
                        TargetConnector.externalKey(order, line),
                        String.valueOf(order.revision()),
                        order.periodId(),
                        order.periodStart().toString(),
                        order.periodEnd().toString(),
                        SpreadsheetText.of(order.repId()),
                        SpreadsheetText.of(order.repName()),
                        SpreadsheetText.of(order.managerId()),
                        line.metric(),
                        SpreadsheetText.of(line.accountId()),
                        SpreadsheetText.of(line.productGroup()),
                        line.unit(),
                        line.amount().toPlainString(),
                        line.unit().equals("CURRENCY") ? order.currency() : "",
                        order.effectiveFrom().toString());
            }
            csv.flush();
            channel.force(true);
        }
    }

    /** Without this a power cut could take the new name back after the ledger has said that the file is there. */
    private void forceRename() throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
