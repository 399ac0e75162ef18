/**
 * What happened, kept: a copy of Eiger's print jobs and builds in the database, to search, count and page in. A first
 * reading takes everything over, then changes are followed, and now and then all is compared. Eiger stays the truth; each
 * page says how old the copy is.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"farm", "farm :: record", "web", "database"})
package io.nordwand.history;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
