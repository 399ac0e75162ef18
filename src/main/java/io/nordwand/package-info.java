/**
 * The program: where it starts. Each package below is a module; its own description says what it offers and which others
 * it may use.
 */
@NullMarked
package io.nordwand;

import org.jspecify.annotations.NullMarked;
