package io.nordwand.farm;

import org.jspecify.annotations.Nullable;

/**
 * What came back for one request besides its content. Whoever wants to know puts an empty one into the Reactor context
 * under its class; whoever makes the request fills it in, for good answers and for bad ones.
 */
public final class Receipt {

    private volatile @Nullable Integer status;
    private volatile @Nullable String reference;

    /** Status and headers of the answer have come. */
    public void answered(int newStatus, @Nullable String newReference) {
        this.status = newStatus;
        this.reference = newReference;
    }

    /** HTTP status, or null as long as nothing was answered. */
    public @Nullable Integer status() {
        return status;
    }

    /** Eiger's {@code X-Reference-ID}, or null (field note 11). */
    public @Nullable String reference() {
        return reference;
    }
}
