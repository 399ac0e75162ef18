/**
 * What browser tests stand on: one Chromium for all of them, a fresh profile for each test, and a {@link
 * io.nordwand.browser.Tab} that fails the test for anything the browser complained about.
 */
@NullMarked
package io.nordwand.browser;

import org.jspecify.annotations.NullMarked;
