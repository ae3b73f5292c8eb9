package io.konsens.notice;

/** How far a notice has come on its way to its recipient. */
public enum NoticeState {
    /** For the next digest, the end of the quiet hours, or another attempt. */
    WAITING,
    /** The task was done before anybody had to be told. */
    SETTLED,
    /** Put into a mail that stays here, because sending is off. */
    KEPT,
    SENDING,
    SENT,
    /** The mail server refused it, or could not be reached for long. */
    FAILED,
    /** The connection broke while it was handed over: it may have arrived, so it is not sent again by itself. */
    UNCLEAR
}
