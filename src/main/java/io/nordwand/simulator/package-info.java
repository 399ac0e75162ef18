/**
 * A simulated Eiger organization on a loopback port, spoken to over real HTTP like the real one; it starts when no Eiger
 * keys are configured. {@code world} is the organization as a pure function of a seed and of time, {@code api} speaks
 * the contract with the habits of the field notes, and this package puts both on the wire, with faults on demand.
 * Everyone else sees only the {@link io.nordwand.farm.EigerAccess} that it offers; tests also steer it.
 */
@ApplicationModule(allowedDependencies = "farm")
@NullMarked
package io.nordwand.simulator;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
