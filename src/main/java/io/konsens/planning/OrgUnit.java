package io.konsens.planning;

import org.jspecify.annotations.Nullable;

/**
 * A part of the sales organisation, by the name employees have it under.
 *
 * @param parent the unit most managers of its people from outside belong to; null at the top
 * @param depth 0 at the top
 */
public record OrgUnit(String name, @Nullable String parent, int depth) {}
