package io.konsens.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * A clock that can be set to another time and keeps running from there, and the engine's clock with it. For playing what
 * takes weeks in seconds; a running installation never moves it.
 */
public final class ShiftableClock extends Clock {

    private final ZoneId zone;
    private volatile Duration shift = Duration.ZERO;

    public ShiftableClock(ZoneId zone) {
        this.zone = zone;
    }

    public void set(Instant time) {
        shift = Duration.between(Instant.now(), time);
        ClockUtil.offset(shift.toMillis());
    }

    /** Back to the time it is. */
    public void reset() {
        shift = Duration.ZERO;
        ClockUtil.reset();
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(shift);
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId otherZone) {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return otherZone;
            }

            @Override
            public Clock withZone(ZoneId yetAnother) {
                return ShiftableClock.this.withZone(yetAnother);
            }

            @Override
            public Instant instant() {
                return ShiftableClock.this.instant();
            }
        };
    }
}
