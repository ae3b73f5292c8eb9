package io.konsens.handover.crm;

import io.konsens.salesforce.SalesforceClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Who somebody is in Salesforce. */
class SalesforceUsers {

    private static final String ID = "Id";

    private final SalesforceClient salesforce;
    private final String field;

    /** @param field of a user that holds the employee's id */
    SalesforceUsers(SalesforceClient salesforce, String field) {
        this.salesforce = salesforce;
        this.field = field;
    }

    /** @throws IOException if there is no such user, or more than one: an administrator may mend it there */
    String id(String employeeId) throws IOException {
        if (field.equals(ID)) {
            return employeeId;
        }
        List<String> ids = new ArrayList<>();
        salesforce.query(
                "SELECT Id FROM User WHERE IsActive = true AND " + field + " = " + SalesforceClient.quoted(employeeId),
                user -> ids.add(user.path(ID).asText()));
        if (ids.size() != 1) {
            throw new IOException(
                    "Salesforce has " + ids.size() + " active users whose " + field + " is " + employeeId);
        }
        return ids.get(0);
    }
}
