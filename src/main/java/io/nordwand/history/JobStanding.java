package io.nordwand.history;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How a job stands, by Eiger's word for it (field notes 6.4); what says that it prints but is no printer's active job is
 * uncertain (field note 29).
 */
public enum JobStanding {
    /** A printer works on it. */
    PRINTING("run", "play"),
    /** Says that it prints, but no printer works on it. */
    UNCERTAIN("warn", "circle-help"),
    /** Stands still. */
    PAUSED("warn", "circle-pause"),
    /** Waits on the backlog. */
    BACKLOGGED("mute", "inbox"),
    /** Ended well. */
    COMPLETED("ok", "circle-check"),
    /** Ended by people. */
    CANCELED("mute", "circle-slash"),
    /** Ended badly. */
    FAILED("fail", "octagon-x"),
    /** A word that nobody knows, or none. */
    OTHER("mute", "info");

    private final String look;
    private final String icon;

    JobStanding(String look, String icon) {
        this.look = look;
        this.icon = icon;
    }

    /**
     * How a job stands.
     *
     * @param word Eiger's word, in any letter case
     * @param owned whether it is some printer's active job
     */
    public static JobStanding of(String word, boolean owned) {
        String key = word.strip().toLowerCase(Locale.ROOT);
        if (key.equals(JobFilter.PRINTING)) {
            return owned ? PRINTING : UNCERTAIN;
        }
        return Arrays.stream(values())
                .filter(standing -> standing != UNCERTAIN && standing != OTHER)
                .filter(standing -> standing.key().equals(key))
                .findFirst()
                .orElse(OTHER);
    }

    /** The standings that have a word of their own, in the order of a job's life. */
    public static List<JobStanding> known() {
        return Stream.of(values()).filter(standing -> standing != OTHER).toList();
    }

    /** Key in URLs and messages. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Look of a result: run, warn, ok, fail or mute. */
    public String look() {
        return look;
    }

    /** Name of its icon. */
    public String icon() {
        return icon;
    }

    /** Whether nothing more will come. */
    public boolean ended() {
        return this == COMPLETED || this == CANCELED || this == FAILED;
    }
}
