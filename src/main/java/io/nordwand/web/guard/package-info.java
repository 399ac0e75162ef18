/**
 * Who may do what: roles at routes, sessions and CSRF tokens, and the headers that every answer carries. Denies what
 * nobody has declared.
 */
@NullMarked
package io.nordwand.web.guard;

import org.jspecify.annotations.NullMarked;
