package io.konsens.planning;

/** A substitution was named, ended, or its first day has come or its last day gone. Published in the same transaction. */
public record SubstitutionChanged(Substitution substitution) {}
