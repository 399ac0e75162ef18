/**
 * What was printed and how it ended: the list of jobs with its figures, and one job with its times, costs and inspection
 * reports. Jobs come from the copy in {@code history}; what really prints is for the printers to say.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"farm", "farm :: record", "web", "database", "history", "dispatch"})
package io.nordwand.job;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
