package io.konsens.platform;

import java.util.Map;

/**
 * What was sent along with the task being completed in this thread.
 *
 * <p>It never becomes process variables: the use case that completes the step reads it here, decides, and sets what the
 * process may know.
 */
public final class CompletionInput {

    private static final ThreadLocal<Map<String, Object>> CURRENT = ThreadLocal.withInitial(Map::of);

    private CompletionInput() {}

    /** Empty if nothing was sent; values are strings, booleans or null. */
    public static Map<String, Object> current() {
        return CURRENT.get();
    }

    static void set(Map<String, Object> input) {
        CURRENT.set(input);
    }

    static void clear() {
        CURRENT.remove();
    }
}
