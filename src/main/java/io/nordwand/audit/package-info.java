/**
 * Who did what, with what outcome. What is about to happen is stored before it happens, what came of it afterwards; rows
 * are only ever added. Other modules tell it through {@link io.nordwand.audit.Audit}; its own page shows and exports it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"farm", "web", "database"})
package io.nordwand.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
