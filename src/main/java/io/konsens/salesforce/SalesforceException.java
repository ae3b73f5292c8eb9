package io.konsens.salesforce;

import io.konsens.platform.http.RefusedException;
import io.konsens.platform.http.RemoteCalls.Answer;

/** Salesforce has refused a call as a whole. */
public class SalesforceException extends RefusedException {

    private static final long serialVersionUID = 1;

    SalesforceException(Answer answer, String message) {
        super(answer.status(), message, answer.retryAfter());
    }
}
