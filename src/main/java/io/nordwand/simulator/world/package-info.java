/**
 * The simulated organization as a value: a pure function of a seed and of time, without HTTP or JSON. A
 * {@link io.nordwand.simulator.world.World} steps forward from event to event, so that its state at an instant does not
 * depend on how often it was looked at. Only {@link io.nordwand.simulator.world.Timeline} holds a current world.
 */
@NullMarked
package io.nordwand.simulator.world;

import org.jspecify.annotations.NullMarked;
