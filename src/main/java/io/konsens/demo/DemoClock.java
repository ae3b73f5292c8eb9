package io.konsens.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** The real time, but for the moments in which the demo company's recent past is played. */
final class DemoClock extends Clock {

    private final Clock real;
    private volatile Duration ago = Duration.ZERO;

    DemoClock(Clock real) {
        this.real = real;
    }

    void goBackTo(int daysAgo) {
        ago = Duration.ofDays(daysAgo);
    }

    @Override
    public Instant instant() {
        return real.instant().minus(ago);
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        DemoClock other = new DemoClock(real.withZone(zone));
        other.ago = ago;
        return other;
    }
}
