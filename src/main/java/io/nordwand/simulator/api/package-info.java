/**
 * Eiger API V3 as the simulated organization speaks it: requests in, answers out, with the statuses of the contract and
 * the habits of the field notes. Knows neither sockets nor faults; {@link io.nordwand.simulator.api.Api} is the way in.
 */
@NullMarked
package io.nordwand.simulator.api;

import org.jspecify.annotations.NullMarked;
