package io.konsens.planning.imports;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.stream.StreamSupport;

/** A CSV file. Its encoding is found by looking: a byte order mark, else valid UTF-8, else Windows-1252. */
final class CsvRows implements RowReader {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final char BOM = '\uFEFF';

    private final Reader reader;
    private final CsvReader<CsvRecord> csv;
    private final Dialect dialect;

    CsvRows(Path file, Dialect asked) throws IOException {
        Charset charset = charset(file);
        this.dialect = asked == Dialect.AUTO ? guess(file, charset) : asked;
        this.reader = Files.newBufferedReader(file, charset);
        skipByteOrderMark(reader);
        this.csv = CsvReader.builder()
                .fieldSeparator(dialect == Dialect.DE ? ';' : ',')
                .commentStrategy(CommentStrategy.NONE)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .skipEmptyLines(false)
                .ofCsvRecord(reader);
    }

    @Override
    public Iterator<Row> rows() {
        return StreamSupport.stream(csv.spliterator(), false)
                .map(row -> Row.ofFile(row.getFields().stream()
                        .map(text -> new Cell(text.strip(), false))
                        .toList()))
                .iterator();
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }

    /** By the delimiter of the header: column names contain neither. */
    private static Dialect guess(Path file, Charset charset) throws IOException {
        try (var lines = Files.newBufferedReader(file, charset)) {
            String header = lines.readLine();
            return header != null && header.indexOf(';') >= 0 ? Dialect.DE : Dialect.EN;
        }
    }

    private static void skipByteOrderMark(Reader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != BOM) {
            reader.reset();
        }
    }

    private static Charset charset(Path file) throws IOException {
        byte[] start = new byte[2];
        try (var in = Files.newInputStream(file)) {
            if (in.read(start) == 2) {
                if (start[0] == (byte) 0xFF && start[1] == (byte) 0xFE) {
                    return StandardCharsets.UTF_16LE;
                }
                if (start[0] == (byte) 0xFE && start[1] == (byte) 0xFF) {
                    return StandardCharsets.UTF_16BE;
                }
            }
        }
        return isUtf8(file) ? StandardCharsets.UTF_8 : WINDOWS;
    }

    private static boolean isUtf8(Path file) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
        CharBuffer chars = CharBuffer.allocate(1 << 16);
        try (var channel = FileChannel.open(file)) {
            boolean end;
            do {
                end = channel.read(bytes) < 0;
                bytes.flip();
                CoderResult result = decoder.decode(bytes, chars, end);
                if (result.isError()) {
                    return false;
                }
                bytes.compact();
                chars.clear();
            } while (!end);
            return true;
        }
    }
}
