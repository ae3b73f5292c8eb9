package io.konsens.salesforce;

import java.io.IOException;

/** Salesforce has refused a call as a whole; its message tells why, in Salesforce's words. */
public class SalesforceException extends IOException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;

    SalesforceException(int status, String code, String message) {
        super(status + " " + message);
        this.status = status;
        this.code = code;
    }

    /** Of HTTP. */
    public int status() {
        return status;
    }

    /** Such as {@code REQUEST_LIMIT_EXCEEDED}; empty if the answer had none. */
    public String code() {
        return code;
    }
}
