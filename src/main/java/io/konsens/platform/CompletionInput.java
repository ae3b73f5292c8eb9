package io.konsens.platform;

import java.util.Map;
import java.util.function.Supplier;

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

    /** Does the work with this input, and forgets it afterwards. */
    public static <T> T with(Map<String, Object> input, Supplier<T> work) {
        CURRENT.set(input);
        try {
            return work.get();
        } finally {
            CURRENT.remove();
        }
    }
}
