package io.nordwand.kiosk;

import io.nordwand.farm.StateGroup;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What one screen shows, ready for the templates; shared by all screens that show the same. Public like what it is made
 * of, since templates read it.
 *
 * @param revision revision of the farm that is shown
 * @param display the screen's settings
 * @param viewport what it is drawn for
 * @param plan how it is divided
 * @param message what an administrator has to say to the floor, short enough, or blank
 * @param total printers on it
 * @param sums counts by group
 * @param asking the attention strip
 * @param leaves what fills the rest, in turn
 * @param notice what is said in place of printers, or blank
 */
public record Board(
        long revision,
        Display display,
        Viewport viewport,
        Plan plan,
        String message,
        int total,
        List<Sum> sums,
        Asking asking,
        List<Leaf> leaves,
        String notice) {

    /** Odd, and without a pattern: what is added does not come out as another revision. */
    private static final long MIXER = 0x9E3779B97F4A7C15L;

    public Board {
        sums = List.copyOf(sums);
        leaves = List.copyOf(leaves);
    }

    /** How many printers are in a group. */
    public record Sum(StateGroup group, int count) {}

    /** Which words stand under the counts: {@code sum} or {@code short}. */
    public String sumWords() {
        return plan.head().words() == Head.Words.SHORT ? "short" : "sum";
    }

    /**
     * By what a page tells which board it shows, so that it gets another one when it connects again: while it was away not
     * only the farm may have changed, but also what an administrator has to say, the settings and its own size.
     */
    public long mark() {
        return MIXER * revision + Objects.hash(display, viewport, message);
    }

    /** Language of its words. */
    public String language() {
        return display.locale().toLanguageTag();
    }

    /** Zone of its times. */
    public String zone() {
        return display.zone().getId();
    }

    /** Whether a printer that newly needs hands is heard. */
    public boolean sound() {
        return display.sound();
    }

    /** The word of its colours: {@code dark}, {@code light} or {@code by_day}. */
    public String look() {
        return display.look().name().toLowerCase(Locale.ROOT);
    }

    /** Its night as {@code 22:00 06:00 30}, or blank. */
    public String night() {
        Night night = display.night();
        return night == null ? "" : night.from() + " " + night.to() + " " + night.percent();
    }

    /** How long each leaf stays, in seconds. */
    List<Integer> dwells() {
        return leaves.stream().map(Leaf::seconds).toList();
    }

    /** Whether only contents differ, and everything is where it was. */
    boolean samePlaces(Board other) {
        if (!plan.equals(other.plan)
                || !display.equals(other.display)
                || !message.equals(other.message)
                || !notice.equals(other.notice)
                || total != other.total
                || leaves.size() != other.leaves.size()) {
            return false;
        }
        for (int i = 0; i < leaves.size(); i++) {
            if (!leaves.get(i).sameTiles(other.leaves.get(i))) {
                return false;
            }
        }
        return true;
    }
}
