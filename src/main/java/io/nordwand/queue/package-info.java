/**
 * All printers' queues side by side: who runs dry when, what is short, what to bring. Rendered from the current farm and
 * its one forecast; the page's stream compares what its viewer last showed with what is current.
 */
@ApplicationModule(allowedDependencies = {"farm", "web", "dispatch", "build"})
@NullMarked
package io.nordwand.queue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
