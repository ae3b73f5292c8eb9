package io.konsens.agreement.application;

import io.konsens.platform.Localized;
import java.util.Locale;

/**
 * How process owners describe a rule in their decision table.
 *
 * @param written both languages in one, "Deutsch / English", or one for all; empty where they wrote nothing
 */
public record RuleText(String written) implements Localized {

    private static final String BETWEEN_LANGUAGES = " / ";

    @Override
    public String in(Locale locale) {
        String[] languages = written.split(BETWEEN_LANGUAGES, 2);
        boolean english = !locale.getLanguage().equals("de");
        return (english && languages.length > 1 ? languages[1] : languages[0]).strip();
    }
}
