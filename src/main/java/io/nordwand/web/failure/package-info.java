/**
 * What a person sees when something went wrong: what happened, what it did not do, what to do next, and an id to
 * quote. Never a stack trace or an exception's message.
 */
@NullMarked
package io.nordwand.web.failure;

import org.jspecify.annotations.NullMarked;
