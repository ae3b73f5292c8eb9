package io.konsens.platform.http;

import java.io.IOException;

/** Another system has answered, but not with what it was asked for; the message tells why, in its words. */
public class RefusedException extends IOException {

    private static final long serialVersionUID = 1;

    private final int status;

    /** @param status of HTTP */
    public RefusedException(int status, String message) {
        super(status + " " + message);
        this.status = status;
    }

    public int status() {
        return status;
    }

    /** Whether the same call may well succeed in a moment. */
    public boolean mayPass() {
        return status >= 500 || status == 429;
    }
}
