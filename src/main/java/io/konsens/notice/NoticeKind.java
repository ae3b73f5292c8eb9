package io.konsens.notice;

/** Why somebody is told. */
public enum NoticeKind {
    /** A step of their own is waiting for them. */
    REMINDER(false),
    /** A step of somebody below them has waited too long. */
    ESCALATION(true),
    /** An agreement is about to come too late, or has. */
    TOO_LATE(true),
    /** What the team should know before it begins. */
    ANNOUNCEMENT(false);

    private final boolean urgent;

    NoticeKind(boolean urgent) {
        this.urgent = urgent;
    }

    /** Whether it goes out as soon as the quiet hours allow, and does not wait for the daily digest. */
    public boolean isUrgent() {
        return urgent;
    }
}
