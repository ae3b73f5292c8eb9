package seeded.arrows.konsens.agreement.web;

public class PlanPage {}
