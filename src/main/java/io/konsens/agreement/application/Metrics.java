package io.konsens.agreement.application;

import io.konsens.agreement.domain.Agreements;
import io.konsens.agreement.domain.Metric;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The metrics of this installation by id, in the order they are shown. */
@Component
public class Metrics {

    private final Agreements agreements;

    Metrics(Agreements agreements) {
        this.agreements = agreements;
    }

    public Map<String, Metric> byId() {
        return agreements.metrics().stream()
                .collect(Collectors.toMap(Metric::metricId, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    }
}
