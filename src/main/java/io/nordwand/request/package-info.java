/**
 * What somebody wants printed and nobody has sent yet: Eiger's backlog and job requests, with what only we know of them
 * (who asked here, why, by which day), and whether each would be done in time. Filing one and taking it back.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"farm", "farm :: record", "web", "database", "audit", "history", "build", "dispatch"})
package io.nordwand.request;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
