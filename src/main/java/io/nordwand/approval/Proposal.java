package io.nordwand.approval;

import io.nordwand.farm.record.Approved;

/**
 * A change as it was shown to somebody, to be confirmed.
 *
 * @param id names it
 * @param session whose it is
 * @param seen the set as it was read for them
 * @param becomes the set that they were shown
 */
record Proposal(String id, String session, Approved seen, Approved becomes) {

    Difference difference() {
        return new Difference(seen, becomes);
    }

    /** Key of its operation in the audit log. */
    String operation() {
        return becomes.on() ? Change.APPROVE : Change.OFF;
    }

    /** Without the session. */
    @Override
    public String toString() {
        return "Proposal[" + id + "]";
    }
}
