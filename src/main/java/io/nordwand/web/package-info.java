/**
 * What all pages share: roles and route access, the page frame, live streams, pre-rendered fragments, errors, security
 * headers, and the formatting of times and amounts. Knows the farm, but no page.
 */
@ApplicationModule(allowedDependencies = "farm")
@NullMarked
package io.nordwand.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
