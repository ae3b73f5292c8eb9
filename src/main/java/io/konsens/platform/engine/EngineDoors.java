package io.konsens.platform.engine;

import jakarta.servlet.http.HttpServletRequest;

/** The two paths of the engine's one REST API. What is refused at one must be refused at the other. */
public final class EngineDoors {

    public static final String REST = "/engine-rest";
    public static final String WEBAPP = "/camunda/api";

    private EngineDoors() {}

    public static boolean isEngineDoor(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return path.startsWith(REST) || path.startsWith(WEBAPP);
    }
}
