/**
 * The database: an embedded H2 file with nothing to set up, or PostgreSQL by its URL, through the same statements. Only
 * this package knows that JDBC blocks; everyone else gets a {@link io.nordwand.database.Database} whose work runs on a
 * scheduler of its own.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"farm", "web"})
package io.nordwand.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
