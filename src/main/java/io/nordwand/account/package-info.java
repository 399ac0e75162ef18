/**
 * Sign-in: the accounts, the sign-in page, the brake on guessing, the administrators' page of accounts and everybody's own
 * password. Accounts are stored; what the configuration names is taken over when it is missing there. In the simulated
 * farm three more are shown on the sign-in page and exist in memory only.
 */
@ApplicationModule(allowedDependencies = {"farm", "web", "database", "audit"})
@NullMarked
package io.nordwand.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
