package io.konsens.agreement.application;

import java.util.Map;

/** What process owners wrote about the rules of their decision tables. */
public interface RuleTexts {

    /** By the rule's id; a rule nobody described has an empty text. */
    Map<String, RuleText> of(String table, int version);
}
