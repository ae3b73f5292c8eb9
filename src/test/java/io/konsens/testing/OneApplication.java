package io.konsens.testing;

import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Closes one application before another starts in the same JVM: the engine's web applications and its REST API find their
 * engine by a static name, so of two applications the last that was started would answer for both. Classes with the same
 * application share it if they run one after the other.
 */
public final class OneApplication implements TestExecutionListener, Ordered {

    private static @Nullable TestContext last;

    /** Before whatever starts an application. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public void beforeTestClass(TestContext test) {
        if (last != null && !test.hasApplicationContext()) {
            last.markApplicationContextDirty(null);
        }
        last = test;
    }
}
