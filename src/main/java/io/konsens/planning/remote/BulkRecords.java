package io.konsens.planning.remote;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.konsens.planning.imports.Progress;
import io.konsens.platform.http.RemoteCalls.Answer;
import io.konsens.platform.http.RemoteMessage;
import io.konsens.salesforce.SalesforceClient;
import io.konsens.salesforce.SalesforceException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;

/** What a SOQL query finds, by a job of Bulk API 2.0: for more than can well be fetched page by page. */
class BulkRecords implements Iterator<RemoteRecord> {

    private static final String JOBS = "/jobs/query";
    private static final String JOB = JOBS + "/{job}";

    private final SalesforceClient salesforce;
    private final Patience patience;
    private final int rowsAtOnce;
    private final String job;
    private List<String> header = List.of();
    private Iterator<CsvRecord> rows = List.<CsvRecord>of().iterator();
    private @Nullable String locator = "";

    BulkRecords(SalesforceClient salesforce, Patience patience, int rowsAtOnce, String soql, Progress progress)
            throws IOException {
        this.salesforce = salesforce;
        this.patience = patience;
        this.rowsAtOnce = rowsAtOnce;
        this.job = salesforce
                .send(HttpMethod.POST, JOBS, Map.of("operation", "query", "query", soql))
                .json()
                .path("id")
                .asText();
        waitUntilComplete(progress);
    }

    private void waitUntilComplete(Progress progress) throws IOException {
        Patience.Waits waits = patience.waits("query job " + job);
        while (true) {
            JsonNode info = patience.read(() -> salesforce.get(JOB, job).json());
            String state = info.path("state").asText();
            switch (state) {
                case "JobComplete" -> {
                    return;
                }
                case "Failed", "Aborted" ->
                    throw new IOException("Query job " + job + " ended as " + state + ": "
                            + RemoteMessage.shortened(info.path("errorMessage").asText("without a message")));
                default -> {
                    progress.rowsRead(0);
                    waits.next();
                }
            }
        }
    }

    @Override
    public boolean hasNext() {
        try {
            while (!rows.hasNext() && locator != null) {
                fetch(locator);
            }
            return rows.hasNext();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void fetch(String from) throws IOException {
        Answer answer = results(from);
        List<CsvRecord> read;
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(new ByteArrayInputStream(answer.body()))) {
            read = csv.stream().toList();
        }
        if (header.isEmpty() && !read.isEmpty()) {
            header = read.get(0).getFields();
        }
        // Each set may or may not begin with the header.
        boolean begins = !read.isEmpty() && read.get(0).getFields().equals(header);
        List<CsvRecord> records = begins ? read.subList(1, read.size()) : read;
        String announced = answer.headers().getFirst("Sforce-NumberOfRecords");
        if (announced != null && !announced.equals(String.valueOf(records.size()))) {
            throw new IOException("Salesforce announced " + announced + " records and gave " + records.size());
        }
        rows = records.iterator();
        String next = answer.headers().getFirst("Sforce-Locator");
        locator = next == null || next.equals("null") ? null : next;
        if (from.equals(locator)) {
            throw new IOException("Salesforce gave the same part of the result again");
        }
    }

    /** A job that is complete may still need a moment until its result is there. */
    private Answer results(String from) throws IOException {
        Patience.Waits waits = patience.waits("the result of query job " + job);
        while (true) {
            try {
                Answer answer = patience.read(() -> from.isEmpty()
                        ? salesforce.getCsv(JOB + "/results?maxRecords={rows}", job, rowsAtOnce)
                        : salesforce.getCsv(
                                JOB + "/results?maxRecords={rows}&locator={locator}", job, rowsAtOnce, from));
                if (answer.status() != HttpStatus.NO_CONTENT.value()) {
                    return answer;
                }
            } catch (SalesforceException e) {
                if (e.status() != HttpStatus.PRECONDITION_FAILED.value()) {
                    throw e;
                }
            }
            waits.next();
        }
    }

    @Override
    public RemoteRecord next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return new BulkRecord(header, rows.next());
    }

    private record BulkRecord(List<String> header, CsvRecord row) implements RemoteRecord {

        @Override
        public String id() {
            return value("Id");
        }

        @Override
        public String value(String field) {
            int column = header.indexOf(field);
            return column < 0 || column >= row.getFieldCount() ? "" : row.getField(column);
        }
    }
}
