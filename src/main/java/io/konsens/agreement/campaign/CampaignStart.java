package io.konsens.agreement.campaign;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the start of a campaign has come.
 *
 * @param startedBy the user who last asked for it
 * @param waiting agreements still to be started
 * @param prepared agreements started by this campaign
 * @param failed see {@link CampaignFailure}
 * @param cancelled passed over because somebody stopped the campaign
 * @param finishedAt null while some are waiting
 */
public record CampaignStart(
        String startedBy,
        Instant startedAt,
        int waiting,
        int prepared,
        int failed,
        int cancelled,
        @Nullable Instant finishedAt) {

    @JsonProperty
    public boolean running() {
        return waiting > 0;
    }

    @JsonProperty
    public int planned() {
        return waiting + prepared + failed + cancelled;
    }
}
