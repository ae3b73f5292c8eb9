package io.konsens.handover;

/** How many lines of one revision of an agreement are in this status in a system. */
public record LineCount(TargetSystem system, String agreementId, int revision, HandoverStatus status, int lines) {}
