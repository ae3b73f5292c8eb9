package io.konsens.salesforce;

import io.konsens.platform.http.RefusedException;

/** Salesforce has refused a call as a whole. */
public class SalesforceException extends RefusedException {

    private static final long serialVersionUID = 1;

    SalesforceException(int status, String message) {
        super(status, message);
    }
}
