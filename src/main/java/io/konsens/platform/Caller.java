package io.konsens.platform;

import java.util.Set;

/**
 * The authenticated person or program behind a call, whichever door it came through.
 *
 * @param userId the engine's user id
 * @param groups the engine's group ids
 */
public record Caller(String userId, Set<String> groups) {

    public boolean in(String group) {
        return groups.contains(group);
    }

    /**
     * Lets only members of a group go on.
     *
     * @param refusalCode key of the text that tells the others why
     * @throws Refusal FORBIDDEN for everybody else
     */
    public void require(String group, String refusalCode) {
        if (!in(group)) {
            throw Refusal.forbidden(refusalCode);
        }
    }
}
