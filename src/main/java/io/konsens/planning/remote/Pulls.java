package io.konsens.planning.remote;

import io.konsens.planning.imports.ImportKind;
import io.konsens.planning.imports.ImportPart;
import io.konsens.platform.Refusal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What can be fetched from which system. */
@Component
public class Pulls {

    private final Map<ImportKind, RemoteSystem> systems = new EnumMap<>(ImportKind.class);

    Pulls(List<RemoteSystem> all) {
        for (RemoteSystem system : all) {
            for (ImportKind kind : system.kinds()) {
                RemoteSystem other = systems.put(kind, system);
                if (other != null) {
                    throw new IllegalStateException(
                            kind.path() + " cannot come from " + other.name() + " and from " + system.name());
                }
            }
        }
    }

    /** In the order they must be imported; empty if no system is asked for anything. */
    public List<ImportKind> kinds() {
        return List.copyOf(systems.keySet());
    }

    /** The system that has them, as people call it. */
    public String system(ImportKind kind) {
        return find(kind).name();
    }

    /** All that can be fetched, as one import. */
    public List<ImportPart> all() {
        return kinds().stream().map(this::part).toList();
    }

    /** @throws Refusal INVALID if no system is asked for them */
    public ImportPart part(ImportKind kind) {
        return new ImportPart(kind, new RemoteSource(find(kind), kind));
    }

    private RemoteSystem find(ImportKind kind) {
        RemoteSystem system = systems.get(kind);
        if (system == null) {
            throw Refusal.invalid("pull.notConfigured", kind.path());
        }
        return system;
    }
}
