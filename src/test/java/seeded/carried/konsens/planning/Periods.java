package seeded.carried.konsens.planning;

public class Periods {}
