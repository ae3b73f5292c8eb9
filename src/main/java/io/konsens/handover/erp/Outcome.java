package io.konsens.handover.erp;

import com.fasterxml.jackson.databind.JsonNode;
import io.konsens.handover.TargetConnector.LineResult;
import io.konsens.platform.http.RefusedException;
import io.konsens.platform.odata.ODataError;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an answer says about a line. */
final class Outcome {

    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int NO_CONTENT = 204;

    /** Somebody else has it, or has just changed it: not this line's fault, and no other line's business. */
    private static final Set<Integer> HELD = Set.of(409, 412, 423);

    /** About the caller or the moment, not about the line. */
    private static final Set<Integer> NOT_ABOUT_THE_LINE = Set.of(401, 407, 408, 425, 429);

    private Outcome() {}

    /**
     * A line is rejected only if it is the ERP itself that says so: an error page of something in between says nothing
     * about a line.
     *
     * @param body missing if it is no JSON
     * @param remoteId null unless the ERP gave one
     * @throws RefusedException if the answer says nothing about this line
     */
    static LineResult of(String lineId, int status, JsonNode body, @Nullable String remoteId) throws RefusedException {
        ODataError error = ODataError.of(body);
        // A login page comes with 200, too.
        boolean taken = status == CREATED || status == NO_CONTENT || (status == OK && body.isObject());
        if (taken && error == null) {
            return LineResult.accepted(lineId, remoteId);
        }
        if (error == null || status / 100 != 4 || NOT_ABOUT_THE_LINE.contains(status)) {
            throw new RefusedException(status, error == null ? "without a message" : error.text());
        }
        String message = status + " " + error.text();
        return HELD.contains(status) ? LineResult.failed(lineId, message) : LineResult.rejected(lineId, message);
    }
}
