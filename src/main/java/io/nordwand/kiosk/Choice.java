package io.nordwand.kiosk;

import java.util.List;

/**
 * Which printers a screen shows.
 *
 * @param kind all, by series, or one by one
 * @param keys the series' names as Eiger writes them, or ids of printers in the order of the rack; empty for all
 */
record Choice(Kind kind, List<String> keys) {

    static final Choice ALL = new Choice(Kind.ALL, List.of());

    /** How printers are chosen. */
    enum Kind {
        /** Every printer there is, also one that comes later. */
        ALL,
        /** Every printer of these series, in the order of names. */
        SERIES,
        /** These printers, in the order of names. */
        CHOSEN,
        /** These printers, in the order in which they are named here: as they stand in the rack. */
        RACK
    }

    Choice {
        keys = List.copyOf(keys);
    }
}
