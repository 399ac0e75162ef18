/**
 * Builds: what can be printed. Its pages search the copy of Eiger's list and show one build with its parts, where it is
 * now, and how its runs ended. Offers the cached list of builds and their preview pictures.
 */
@ApplicationModule(allowedDependencies = {"farm", "farm :: record", "web", "database", "history"})
@NullMarked
package io.nordwand.build;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
