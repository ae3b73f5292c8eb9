package io.konsens.planning.remote;

import io.konsens.planning.imports.ImportKind;
import io.konsens.planning.imports.Progress;
import io.konsens.platform.KonsensProperties;
import io.konsens.platform.http.AccessTokens;
import io.konsens.platform.http.ClientCredentials;
import io.konsens.platform.http.RemoteCalls;
import io.konsens.platform.http.RemoteHttp;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** An ERP that gives its order lines as OData v4. */
@Component
class ErpSystem implements RemoteSystem {

    private static final Duration TOKEN_LIFE = Duration.ofMinutes(15);

    private final ErpPullProperties properties;
    private final ZoneId zone;
    private final @Nullable RemoteCalls calls;

    ErpSystem(ErpPullProperties properties, KonsensProperties konsens, Clock clock) {
        this.properties = properties;
        this.zone = konsens.zone();
        URI url = properties.url();
        this.calls = url == null ? null : calls(url, clock);
        if (calls != null) {
            // What is missing or cannot be read is told at the start, not in the night.
            if (properties.entity().isBlank() || properties.key().isEmpty()) {
                throw new IllegalStateException("konsens.erp.pull.entity and .key must be set");
            }
            mapping();
        }
    }

    private RemoteCalls calls(URI url, Clock clock) {
        RestClient.Builder http = RemoteHttp.client(url, properties.limits());
        if (!properties.user().isEmpty()) {
            http.defaultHeaders(headers -> headers.setBasicAuth(properties.user(), properties.password()));
        }
        URI tokenUri = properties.tokenUri();
        AccessTokens tokens = tokenUri == null
                ? null
                : new ClientCredentials(
                                tokenUri,
                                properties.clientId(),
                                properties.clientSecret(),
                                properties.scope(),
                                TOKEN_LIFE)
                        .tokens(properties.limits(), clock);
        return new RemoteCalls(http.build(), tokens);
    }

    @Override
    public String name() {
        return properties.name();
    }

    @Override
    public Set<ImportKind> kinds() {
        return calls == null ? Set.of() : Set.of(ImportKind.ORDERS);
    }

    @Override
    public RemoteRows rows(ImportKind kind, Progress progress) throws IOException {
        if (calls == null || properties.url() == null) {
            throw new IllegalStateException("konsens.erp.pull.url is not set");
        }
        RecordMapping mapping = mapping();
        Set<String> fields = new LinkedHashSet<>(properties.key());
        fields.addAll(mapping.fields());
        URI query = ODataQuery.uri(properties.url(), properties.entity(), fields, properties.filter());
        Patience patience = new Patience(properties.firstWait(), properties.readTimeout());
        return new RemoteRows(
                mapping, new ODataRecords(calls, patience, query, properties.key(), properties.pageSize()));
    }

    private RecordMapping mapping() {
        return new RecordMapping(ImportKind.ORDERS, properties.fields(), zone);
    }
}
