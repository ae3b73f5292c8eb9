package seeded.insides.konsens.planning.imports;

public class Files {}
