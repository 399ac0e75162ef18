package io.nordwand.eiger.api;

/** What an operation does other than its kind would suggest; sets how its call is carried out and its answer read. */
public enum Habit {
    /** A 204 without a body is an answer of its own (field note 51). */
    MAY_BE_OFF,
    /** 500 carries the not-found text (field note 12). */
    HIDES_NOT_FOUND,
    /** A GET that also orders something: sent once, never repeated (field note 55). */
    ORDERS,
    /** The answer may be a Location header (field note 56). */
    LINK_IN_LOCATION,
    /** May take minutes (field notes 58 and 59). */
    SLOW
}
