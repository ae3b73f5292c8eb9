package io.konsens.platform.http;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Another system has answered, but not with what it was asked for; the message tells why, in its words. */
public class RefusedException extends IOException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final @Nullable Duration retryAfter;

    /** @param status of HTTP */
    public RefusedException(int status, String message) {
        this(status, message, null);
    }

    /** @param retryAfter how long the system asks to be left alone; null if it does not say */
    public RefusedException(int status, String message, @Nullable Duration retryAfter) {
        super(status + " " + message);
        this.status = status;
        this.retryAfter = retryAfter;
    }

    public int status() {
        return status;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /** Whether the same call may well succeed in a moment. */
    public boolean mayPass() {
        return status >= 500 || status == 429;
    }
}
