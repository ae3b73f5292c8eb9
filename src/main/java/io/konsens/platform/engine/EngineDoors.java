package io.konsens.platform.engine;

import jakarta.servlet.http.HttpServletRequest;

/** The two paths of the engine's one REST API. What is refused at one must be refused at the other. */
public final class EngineDoors {

    public static final String REST = "/engine-rest";
    public static final String WEBAPP = "/camunda/api";

    private EngineDoors() {}

    /** Goes by the path as the server decoded it, which is what decides who answers. */
    public static boolean isEngineDoor(HttpServletRequest request) {
        String path = decodedPath(request);
        return path.startsWith(REST) || path.startsWith(WEBAPP);
    }

    /** The path within the application, however it was written in the request. */
    public static String decodedPath(HttpServletRequest request) {
        String rest = request.getPathInfo();
        return rest == null ? request.getServletPath() : request.getServletPath() + rest;
    }
}
