package seeded.amounts.konsens.handover;

record TargetLine(double amount) {}
