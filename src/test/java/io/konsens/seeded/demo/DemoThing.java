package io.konsens.seeded.demo;

public class DemoThing {}
