/**
 * The only code that knows the vendor: keys and base address, the mapping of Eiger's words to the farm's values, and the
 * farm's ports carried out over Eiger's REST API. The calls themselves (limits, errors, retries), the declared
 * operations and the wire records are hidden in subpackages. Pages never see any of it.
 */
@ApplicationModule(allowedDependencies = {"farm", "farm :: record"})
@NullMarked
package io.nordwand.eiger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
