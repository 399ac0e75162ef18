/**
 * The 30 operations of Eiger API V3 as declared in {@code openapi.yaml}, one method each, named by its operation id.
 * Limits, retries and errors are not declared here; every method fails with a {@code FarmException} only.
 */
@NullMarked
package io.nordwand.eiger.api;

import org.jspecify.annotations.NullMarked;
