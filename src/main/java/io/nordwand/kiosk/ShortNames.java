package io.nordwand.kiosk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes printers' names short enough for a place, so that no two of them look alike: Eiger's names are free text, may be
 * long, and need not differ (field note 34).
 */
final class ShortNames {

    private static final String ELLIPSIS = "…";

    private ShortNames() {}

    /**
     * What stands for each key.
     *
     * @param names names by key; keys differ in any case
     * @param room widest name in em
     */
    static Map<String, String> of(Map<String, String> names, double room) {
        Map<String, String> shown = new LinkedHashMap<>();
        names.forEach((key, name) -> shown.put(key, fitting(name.strip(), room)));
        alike(shown).forEach(keys -> tellApart(keys, names, room, shown));
        alike(shown).forEach(keys -> number(keys, room, shown));
        return shown;
    }

    /** Whole, or its beginning and its end, since what differs mostly stands at the end. */
    private static String fitting(String name, double room) {
        if (TextWidth.fits(name, room)) {
            return name;
        }
        String[] parts = name.split("(?<=[-\\s_.])", -1);
        String last = parts[parts.length - 1];
        String head = TextWidth.clip(name, room - TextWidth.of(last));
        boolean roomy = parts.length > 1 && TextWidth.of(last) <= room * 0.6 && head.length() > 2;
        return roomy ? head + last : TextWidth.clip(name, room);
    }

    private static List<List<String>> alike(Map<String, String> shown) {
        Map<String, List<String>> byLook = new LinkedHashMap<>();
        shown.forEach((key, look) ->
                byLook.computeIfAbsent(look, unused -> new ArrayList<>()).add(key));
        return byLook.values().stream().filter(keys -> keys.size() > 1).toList();
    }

    /** The end from the first sign on in which they differ. */
    private static void tellApart(
            List<String> keys, Map<String, String> names, double room, Map<String, String> shown) {
        List<String> full =
                keys.stream().map(key -> names.getOrDefault(key, "").strip()).toList();
        int same = full.stream().mapToInt(String::length).min().orElse(0);
        for (String name : full) {
            int at = 0;
            while (at < same && name.charAt(at) == full.get(0).charAt(at)) {
                at++;
            }
            same = at;
        }
        if (same > 0 && Character.isHighSurrogate(full.get(0).charAt(same - 1))) {
            same--;
        }
        for (int i = 0; i < keys.size(); i++) {
            String end = full.get(i).substring(same);
            if (!end.isBlank()) {
                String begin = full.get(i).substring(0, same).strip();
                double rest = room - TextWidth.of(end);
                boolean both = rest > TextWidth.of("MM" + ELLIPSIS) && !TextWidth.fits(begin, rest);
                String look = both ? TextWidth.clip(begin, rest) + end : ELLIPSIS + end.stripLeading();
                shown.put(keys.get(i), TextWidth.clip(look, room));
            }
        }
    }

    /** The last way: printers of the very same name are counted, in the order of their keys. */
    private static void number(List<String> keys, double room, Map<String, String> shown) {
        Set<String> taken = new HashSet<>(shown.values());
        List<String> sorted = keys.stream().sorted().toList();
        int number = 0;
        for (String key : sorted) {
            String look = shown.getOrDefault(key, "");
            String numbered;
            do {
                number++;
                String mark = "\u00a0#" + number;
                numbered = TextWidth.cut(look, room - TextWidth.of(mark)) + mark;
            } while (!taken.add(numbered));
            shown.put(key, numbered);
        }
    }
}
