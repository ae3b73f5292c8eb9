package io.konsens.seeded.handover.file;

public class Inside {}
