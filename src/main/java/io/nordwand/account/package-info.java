/**
 * Sign-in: the accounts, the sign-in page, and the brake on guessing. In the simulated farm three accounts are shown on
 * the sign-in page; otherwise accounts come from the configuration.
 */
@ApplicationModule(allowedDependencies = {"web", "farm"})
@NullMarked
package io.nordwand.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
