/**
 * Eiger's JSON as it really comes: every key may be missing or null, enums are open words, integers have decimals. One
 * bad value becomes null and never costs the rest of an answer; only JSON that is broken as such is an error.
 */
@NullMarked
package io.nordwand.eiger.wire;

import org.jspecify.annotations.NullMarked;
