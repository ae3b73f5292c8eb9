package io.konsens.notice;

import java.util.Locale;

/**
 * Somebody who is told.
 *
 * @param email empty if there is no address
 * @param orgUnit whose calendar they work by; empty for users who are no employees
 */
public record Recipient(String login, String name, String email, Locale language, String orgUnit) {}
