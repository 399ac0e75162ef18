package io.nordwand.simulator.world;

/** The world after a change, and what the change made. */
public record Outcome<T>(World world, T value) {}
