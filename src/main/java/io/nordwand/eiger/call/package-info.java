/**
 * How a call to Eiger is made: connections, limits, the judgement of what went wrong, and the one place where reads are
 * repeated and writes never are.
 */
@NullMarked
package io.nordwand.eiger.call;

import org.jspecify.annotations.NullMarked;
