package io.nordwand.dispatch;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why a printer suits a build, or does not, in a sentence for people.
 *
 * @param weight what it means for the choice
 * @param key the sentence is the message {@code send.reason.<key>}
 * @param details what the sentence names, as numbers (cm³) and words
 * @param at moment that follows the sentence, or null
 */
public record Reason(
        Weight weight,
        String key,
        List<Object> details,
        @Nullable Instant at) {
    public Reason {
        details = List.copyOf(details);
    }

    /** What a reason means for the choice; the worst last. */
    public enum Weight {
        /** Speaks for the printer. */
        GOOD("check"),
        /** To be known. */
        PLAIN("info"),
        /** Can be sent, but somebody has to see to something, or it can't be told. */
        WARNING("triangle-alert"),
        /** Nothing to be sent there. */
        AGAINST("circle-slash");

        private final String icon;

        Weight(String icon) {
            this.icon = icon;
        }

        /** Name of its icon. */
        public String icon() {
            return icon;
        }

        /** The key in element attributes. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Reason of(Weight weight, String key, Object... details) {
        return new Reason(weight, key, List.of(details), null);
    }

    Reason at(@Nullable Instant moment) {
        return new Reason(weight, key, details, moment);
    }

    /** What all of these printers have in common and asks nobody to do anything: said once, not with each of them. */
    static List<Reason> shared(List<Suitability> printers) {
        if (printers.size() < 2) {
            return List.of();
        }
        return printers.get(0).reasons().stream()
                .filter(reason -> reason.weight() == Weight.GOOD || reason.weight() == Weight.PLAIN)
                .filter(reason ->
                        printers.stream().allMatch(each -> each.reasons().contains(reason)))
                .toList();
    }

    /** Key of its sentence. */
    public String message() {
        return "send.reason." + key;
    }

    /** What the sentence names. */
    public Object[] arguments() {
        return details.toArray();
    }

    /** The same for the audit: short, and equal whatever the language of the pages. */
    String word() {
        String told = key + (details.isEmpty() ? "" : " " + Arrays.toString(arguments()));
        return at == null ? told : told + " " + at;
    }
}
