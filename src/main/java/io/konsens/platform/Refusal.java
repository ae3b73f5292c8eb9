package io.konsens.platform;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Something asked for that will not be done, and why. It is no fault of the program: it always reaches the person who
 * asked, in their language, and never as a stack trace.
 */
public class Refusal extends RuntimeException {

    /** Why, in the terms of our API; see RFC 9110 for the numbers. */
    public enum Kind {
        /** It does not exist, or is not yours: the two must look the same. */
        NOT_FOUND(404),
        /** You may see it but not do this. */
        FORBIDDEN(403),
        /** Somebody else was faster, or the time for this step is not now. */
        CONFLICT(409),
        /** What was sent is incomplete or wrong. */
        INVALID(422),
        /** Another system is needed for it and does not answer: worth another try later. */
        UNAVAILABLE(503);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    private final Kind kind;
    private final List<Problem> problems;
    private final Map<String, Object> members = new LinkedHashMap<>();

    public Refusal(Kind kind, List<Problem> problems) {
        super(kind + " " + problems);
        this.kind = kind;
        this.problems = List.copyOf(problems);
    }

    public static Refusal notFound() {
        return new Refusal(Kind.NOT_FOUND, List.of(Problem.of("refusal.notFound")));
    }

    public static Refusal forbidden(String code, Object... args) {
        return new Refusal(Kind.FORBIDDEN, List.of(Problem.of(code, args)));
    }

    public static Refusal conflict(String code, Object... args) {
        return new Refusal(Kind.CONFLICT, List.of(Problem.of(code, args)));
    }

    public static Refusal invalid(String code, Object... args) {
        return new Refusal(Kind.INVALID, List.of(Problem.of(code, args)));
    }

    public static Refusal unavailable(String code, Object... args) {
        return new Refusal(Kind.UNAVAILABLE, List.of(Problem.of(code, args)));
    }

    /** Adds a member to the problem details our API answers with. */
    protected void with(String member, Object value) {
        members.put(member, value);
    }

    /** Additional members of the problem details; usually empty. */
    public Map<String, Object> members() {
        return Collections.unmodifiableMap(members);
    }

    public Kind kind() {
        return kind;
    }

    /** Never empty. */
    public List<Problem> problems() {
        return problems;
    }
}
