package io.konsens.platform;

import java.util.List;

/** The groups of the engine's users. What each may do is said where it is decided. */
public final class Groups {

    public static final String REP = "rep";
    public static final String MANAGER = "manager";
    public static final String PROCESS_OWNER = "process-owner";
    public static final String FINANCE = "finance";
    /** The engine's own name for those who may do everything in its web applications. */
    public static final String ADMIN = "camunda-admin";

    public static final List<String> ALL = List.of(REP, MANAGER, PROCESS_OWNER, FINANCE, ADMIN);

    private Groups() {}
}
