/**
 * The heart: what is known of the farm now, as immutable values, and the ports through which it is read and changed.
 * Knows neither web nor JSON nor SQL nor Eiger. One poller replaces the current {@link io.nordwand.farm.Farm} whole;
 * everyone else reads it from {@link io.nordwand.farm.Farms}.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.nordwand.farm;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
