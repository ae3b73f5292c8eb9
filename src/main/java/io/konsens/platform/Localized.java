package io.konsens.platform;

import java.util.Locale;

/** A name that people read in their own language, usable as an argument of a {@link Problem}. */
public interface Localized {

    String in(Locale locale);
}
