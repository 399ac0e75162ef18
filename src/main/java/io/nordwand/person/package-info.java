/**
 * The people of the organization as Eiger knows them, with what they asked for and printed. They have nothing to do with
 * the accounts that sign in here.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"farm", "farm :: record", "web", "database", "history"})
package io.nordwand.person;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
