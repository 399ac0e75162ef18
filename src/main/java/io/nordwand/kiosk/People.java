package io.nordwand.kiosk;

import io.nordwand.farm.JobId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The people that one screen names: short, "A. Meier", and no two alike; nobody where a screen is to name nobody.
 *
 * @param running full names of who asked for the jobs in work
 * @param shown what stands for a full name
 */
record People(Map<JobId, String> running, Map<String, String> shown) {

    /** On a screen that names nobody. */
    static final People NONE = new People(Map.of(), Map.of());

    private static final String BESIDE = " · ";
    /** Less of a title is not understood; then it stands alone. */
    private static final double LEAST_TITLE = 4;

    People {
        running = Map.copyOf(running);
        shown = Map.copyOf(shown);
    }

    /** Those of these printers. */
    static People of(Collection<Spot> spots, Map<JobId, String> running) {
        Set<String> names = new LinkedHashSet<>(running.values());
        spots.forEach(spot -> names.addAll(spot.waitingFor()));
        return new People(running, shortened(names));
    }

    /** A name that may stand on a screen; blank for none, and for what is an e-mail address. */
    static String name(@Nullable String name) {
        return name == null || name.indexOf('@') >= 0 ? "" : name.strip().replaceAll("\\s+", " ");
    }

    /** Who asked for what the printer works on; blank when not known. */
    String of(Spot spot) {
        JobId job = spot.job();
        return job == null ? "" : look(running.getOrDefault(job, ""));
    }

    /** What stands for a full name; blank for none. */
    String look(@Nullable String name) {
        return name == null ? "" : shown.getOrDefault(name, "");
    }

    /** What stands for who asked for the waiting jobs, each once, in the queue's order. */
    List<String> waiting(Spot spot) {
        return spot.waitingFor().stream()
                .map(this::look)
                .filter(look -> !look.isEmpty())
                .distinct()
                .toList();
    }

    /** A title with people after it, as many as there is room for; a name is never cut. */
    static String beside(String title, List<String> people, double room) {
        String line = "";
        for (String person : people) {
            String longer = line.isEmpty() ? person : line + ", " + person;
            double least = title.isEmpty() ? 0 : TextWidth.of(BESIDE) + Math.min(LEAST_TITLE, TextWidth.of(title));
            if (!TextWidth.fits(longer, room - least)) {
                break;
            }
            line = longer;
        }
        if (line.isEmpty() || title.isEmpty()) {
            return line.isEmpty() ? TextWidth.clip(title, room) : line;
        }
        return TextWidth.clip(title, room - TextWidth.of(BESIDE + line)) + BESIDE + line;
    }

    /** "A. Meier"; where two would look alike, as much of the first name as tells them apart, else all of it. */
    private static Map<String, String> shortened(Set<String> names) {
        Map<String, List<String>> alike = new LinkedHashMap<>();
        names.forEach(name -> alike.computeIfAbsent(initial(name, 1), each -> new ArrayList<>())
                .add(name));
        Map<String, String> shown = new HashMap<>();
        alike.forEach((look, same) -> shown.putAll(same.size() == 1 ? Map.of(same.get(0), look) : apart(same)));
        return shown;
    }

    private static Map<String, String> apart(List<String> same) {
        int most = same.stream().mapToInt(name -> name.indexOf(' ')).min().orElse(0);
        for (int letters = 2; letters < most; letters++) {
            Map<String, String> looks = new HashMap<>();
            for (String name : same) {
                looks.put(name, initial(name, letters));
            }
            if (new HashSet<>(looks.values()).size() == same.size()) {
                return looks;
            }
        }
        return same.stream().collect(Collectors.toMap(name -> name, name -> name));
    }

    /** With so many letters of its first name; a name of one word, or with a comma, stays. */
    private static String initial(String name, int letters) {
        int space = name.indexOf(' ');
        boolean titled = space > 0 && name.charAt(space - 1) == '.';
        if (space <= letters || titled || name.indexOf(',') >= 0 || !initialed(name.codePointAt(0))) {
            return name;
        }
        int end = Character.isHighSurrogate(name.charAt(letters - 1)) ? letters + 1 : letters;
        String[] words = name.substring(space + 1).split(" ", -1);
        int last = words.length - 1;
        // "van der Meer" is one name, "Maria Meier" two of which the last one tells who it is.
        while (last > 0 && Character.isLowerCase(words[last - 1].codePointAt(0))) {
            last--;
        }
        StringBuilder rest = new StringBuilder();
        for (int i = last; i < words.length; i++) {
            rest.append(' ').append(words[i]);
        }
        return name.substring(0, end) + "." + rest;
    }

    /** Whether its script writes names with an initial: one that has capitals. */
    private static boolean initialed(int first) {
        return Character.isUpperCase(first) || Character.isLowerCase(first);
    }
}
