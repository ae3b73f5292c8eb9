package io.konsens.planning.remote;

import com.fasterxml.jackson.databind.JsonNode;
import io.konsens.platform.odata.ODataClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;

/** What an OData query finds, as far as the server gives at a time, and then where it says that more is. */
class ODataRecords implements Iterator<JsonRecord> {

    private final ODataClient service;
    private final Patience patience;
    private final List<String> key;
    private final int pageSize;
    private ODataClient.Page page;
    private Iterator<JsonNode> records;

    ODataRecords(ODataClient service, Patience patience, URI query, List<String> key, int pageSize) throws IOException {
        this.service = service;
        this.patience = patience;
        this.key = key;
        this.pageSize = pageSize;
        this.page = fetch(query);
        this.records = page.entities().iterator();
    }

    private ODataClient.Page fetch(URI uri) throws IOException {
        return patience.read(() -> service.page(uri, pageSize));
    }

    @Override
    public boolean hasNext() {
        try {
            while (!records.hasNext() && page.next() != null) {
                page = fetch(page.next());
                records = page.entities().iterator();
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
        JsonNode entity = records.next();
        JsonRecord record = new JsonRecord("", entity);
        return new JsonRecord(key.stream().map(record::value).collect(Collectors.joining("/")), entity);
    }
}
