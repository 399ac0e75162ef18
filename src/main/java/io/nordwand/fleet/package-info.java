/**
 * The fleet page and the printer page, with their live streams. Both render from the current farm and never wait for
 * Eiger; a stream compares what its viewer last showed with what is current and sends only the difference.
 */
@ApplicationModule(allowedDependencies = {"farm", "web", "dispatch", "build"})
@NullMarked
package io.nordwand.fleet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
