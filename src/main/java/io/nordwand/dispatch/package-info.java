/**
 * Getting a build onto a printer and off it: add, remove, clear, print now with follow-up. Every write runs on its own,
 * whatever happens to the browser that asked for it, at most once per one-time action id, and one at a time per printer.
 */
@ApplicationModule(allowedDependencies = {"farm", "web", "build", "database", "audit"})
@NullMarked
package io.nordwand.dispatch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
