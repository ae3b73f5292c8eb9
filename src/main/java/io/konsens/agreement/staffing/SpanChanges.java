package io.konsens.agreement.staffing;

import io.konsens.agreement.staffing.persistence.SpanChangeMapper;
import io.konsens.platform.Caller;
import io.konsens.platform.Groups;
import io.konsens.platform.Refusal;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Reps who leave or join at another time than their agreement says. Under negotiation a process owner withdraws it, and
 * whoever gets the accounts plans them; what both agreed is adjusted, or stands.
 */
@Component
public class SpanChanges {

    private final SpanChangeMapper mapper;

    SpanChanges(SpanChangeMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * By the rep's name.
     *
     * @throws Refusal FORBIDDEN for anybody but process owners
     */
    public List<SpanChange> of(String periodId, Caller caller) {
        caller.require(Groups.PROCESS_OWNER, "refusal.onlyProcessOwner");
        return mapper.changes(periodId);
    }
}
