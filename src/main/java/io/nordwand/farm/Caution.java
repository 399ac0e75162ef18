package io.nordwand.farm;

/** What will become a problem if nobody acts, or does not add up; shown as a triangle beside the state's own group. */
public enum Caution {
    /** Low on Material while the job goes on: have a spool ready. */
    SPOOL_SOON,
    /** Update Required On Device: run the update at the printer. */
    UPDATE_DUE,
    /** A transitional state lasts longer than it should: check. */
    LASTS_TOO_LONG,
    /** Printing without an active job, or Ready with one. */
    CONTRADICTION,
    /** No time left for more than 30 minutes and still printing. */
    OVERDUE,
    /** A wear part is due now. */
    MAINTENANCE_DUE
}
