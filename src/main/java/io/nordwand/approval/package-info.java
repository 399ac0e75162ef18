/**
 * Which builds may be printed: all approved builds at a glance, and changes of that set. Eiger can only replace the whole
 * set, so a change is shown as a difference to what is so now, confirmed, checked once more right before it is sent, and
 * read back afterwards. What the set was before each change is kept and can be brought back.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"farm", "farm :: record", "web", "database", "audit", "dispatch", "history"})
package io.nordwand.approval;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
