/**
 * The frame around every page: menu, freshness, notices, theme. Its changing parts are computed from the farm as one
 * value ({@link io.nordwand.web.frame.Frame}) that serves the first page as well as the live streams.
 */
@NullMarked
package io.nordwand.web.frame;

import org.jspecify.annotations.NullMarked;
