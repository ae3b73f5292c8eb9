package io.konsens.platform.http;

/** What another system says, in a form that can be kept and shown. */
public final class RemoteMessage {

    private static final int MOST = 500;

    private RemoteMessage() {}

    /** The beginning tells what it is about. Control characters tell nothing, and the database takes no NUL. */
    public static String shortened(String text) {
        String readable = text.replaceAll("\\p{Cntrl}+", " ");
        return readable.length() <= MOST ? readable : readable.substring(0, MOST) + "…";
    }
}
