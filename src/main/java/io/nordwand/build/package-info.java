/** Builds: what can be printed. Offers the cached list of builds and their preview pictures. */
@ApplicationModule(allowedDependencies = {"farm", "web"})
@NullMarked
package io.nordwand.build;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
