package io.konsens.planning.remote;

/** A record of another system. */
interface RemoteRecord {

    /** Names it to people who have to mend it. */
    String id();

    /**
     * A field's value, exactly as the system wrote it; empty if there is none.
     *
     * @param field its name, or a path to a field of a record it refers to
     */
    String value(String field);
}
