package io.konsens.platform.engine;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;

/** The beans a process model may name. Whoever may deploy a model may call these and nothing else of the application. */
final class ModelBeans extends AbstractMap<Object, Object> {

    static final Set<String> NAMES = Set.of(
            "deadlines",
            "reminder",
            "escalation",
            "roundsDecided",
            "prepareLines",
            "freezeFigures",
            "assignTargets",
            "transferToCrm",
            "transferToErp",
            "completeHandover",
            "withdrawAgreement",
            "reassignAgreement");

    private final ApplicationContext context;

    private ModelBeans(ApplicationContext context) {
        this.context = context;
    }

    static Map<Object, Object> of(ApplicationContext context) {
        return new ModelBeans(context);
    }

    @Override
    public boolean containsKey(Object name) {
        return name instanceof String text && NAMES.contains(text) && context.containsBean(text);
    }

    @Override
    public Object get(Object name) {
        return containsKey(name) ? context.getBean((String) name) : null;
    }

    @Override
    public Set<Entry<Object, Object>> entrySet() {
        return NAMES.stream()
                .filter(this::containsKey)
                .map(name -> (Entry<Object, Object>) new SimpleImmutableEntry<Object, Object>(name, get(name)))
                .collect(Collectors.toSet());
    }
}
