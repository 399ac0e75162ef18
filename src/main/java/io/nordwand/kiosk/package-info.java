/**
 * Screens for the shop floor: a TV is paired by a code, may look at its own screen and at nothing else, and shows what
 * needs a person first. Every setting lies in the screen's record, so a TV needs neither keyboard nor visit.
 */
@ApplicationModule(allowedDependencies = {"farm", "farm :: record", "web", "database", "audit", "history"})
@NullMarked
package io.nordwand.kiosk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
