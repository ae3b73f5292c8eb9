package io.konsens.planning.remote;

import com.fasterxml.jackson.databind.JsonNode;
import io.konsens.salesforce.SalesforceClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** What a SOQL query finds, page by page. */
class QueryRecords implements Iterator<JsonRecord> {

    private final SalesforceClient salesforce;
    private final Patience patience;
    private final int total;
    private JsonNode page;
    private Iterator<JsonNode> records;
    private int seen;

    QueryRecords(SalesforceClient salesforce, Patience patience, String soql) throws IOException {
        this.salesforce = salesforce;
        this.patience = patience;
        this.page = patience.read(() -> salesforce.get("/query?q={soql}", soql).json());
        this.records = page.path("records").iterator();
        this.total = page.path("totalSize").asInt(-1);
        if (total < 0) {
            throw new IOException("Salesforce did not answer the query with records");
        }
    }

    /** How many it will give in all. */
    int total() {
        return total;
    }

    @Override
    public boolean hasNext() {
        try {
            while (!records.hasNext() && !page.path("done").asBoolean()) {
                String next = page.path("nextRecordsUrl").asText();
                page = patience.read(() -> salesforce.getNext(next).json());
                records = page.path("records").iterator();
            }
            if (!records.hasNext() && seen != total) {
                throw new IOException("Salesforce announced " + total + " records and gave " + seen);
            }
            return records.hasNext();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public JsonRecord next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        seen++;
        JsonNode record = records.next();
        return new JsonRecord(record.path("Id").asText(), record);
    }
}
