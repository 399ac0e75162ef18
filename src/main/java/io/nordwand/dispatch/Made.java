package io.nordwand.dispatch;

/**
 * What an errand's call made, where Eiger names it; goes into the audit log.
 *
 * @param id its id as Eiger gave it; blank when the call makes nothing
 */
public record Made(String id) {

    /** For calls that make nothing. */
    public static final Made NOTHING = new Made("");

    @Override
    public String toString() {
        return id;
    }
}
