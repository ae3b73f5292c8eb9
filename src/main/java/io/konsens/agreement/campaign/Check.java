package io.konsens.agreement.campaign;

/** What is looked at before a campaign starts. The texts {@code enum.Check.<name>} say what is wrong, those with {@code .remedy} how to mend it. */
public enum Check {
    NOBODY_TO_PLAN(Severity.BLOCKS_CAMPAIGN),
    FOREIGN_ORDERS(Severity.BLOCKS_CAMPAIGN),
    PLANNERS_WITHOUT_MANAGER(Severity.BLOCKS_AGREEMENT),
    PEOPLE_WITHOUT_LOGIN(Severity.WARNS),
    PLANNERS_WITHOUT_LINES(Severity.WARNS),
    ACCOUNTS_WITHOUT_OWNER(Severity.WARNS),
    ACCOUNTS_OF_MANAGERS(Severity.WARNS),
    REFUSED_ORDERS(Severity.WARNS),
    PRODUCTS_WITHOUT_GROUP(Severity.WARNS),
    METRIC_WEIGHTS(Severity.WARNS),
    METRIC_COUNT(Severity.WARNS);

    /** What happens if nobody mends it, worst first. */
    public enum Severity {
        BLOCKS_CAMPAIGN,
        /** Those named get no agreement. */
        BLOCKS_AGREEMENT,
        WARNS
    }

    private final Severity severity;

    Check(Severity severity) {
        this.severity = severity;
    }

    public Severity severity() {
        return severity;
    }
}
