package io.nordwand.dispatch;

import io.nordwand.farm.Farm;
import io.nordwand.farm.Printer;
import io.nordwand.farm.PrinterId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * How many copies each printer is to get, as a form says: a field {@code copies:<printer id>} for each printer, and
 * {@code seen:<printer id>} with what the person saw of it.
 *
 * @param typed what was typed for each printer, unchanged
 * @param copies what it means, for the printers that are to get something
 * @param seen what the person saw of each of these printers
 * @param problems why it can't be sent so; empty when it can
 */
record Portions(
        Map<PrinterId, String> typed,
        Map<Printer, Integer> copies,
        Map<PrinterId, String> seen,
        List<Problem> problems) {

    /** Most copies for one printer at once. */
    static final int MOST_AT_ONE = 50;

    /** Most copies at once. */
    static final int MOST = 200;

    private static final String COPIES = "copies:";
    private static final String SEEN = "seen:";
    private static final int LONGEST = 12;

    /**
     * What is wrong with an answer.
     *
     * @param printer at which printer, or null when it is about all
     * @param key message key, without {@code send.problem.}
     * @param arguments what the message names
     */
    public record Problem(@Nullable PrinterId printer, String key, List<Object> arguments) {

        static Problem of(String key, Object... arguments) {
            return new Problem(null, key, List.of(arguments));
        }

        Problem at(PrinterId where) {
            return new Problem(where, key, arguments);
        }

        /** Key of its sentence. */
        public String message() {
            return "send.problem." + key;
        }

        /** What the sentence names. */
        public Object[] details() {
            return arguments.toArray();
        }
    }

    static Portions of(MultiValueMap<String, String> form, Farm farm) {
        Map<PrinterId, String> typed = new LinkedHashMap<>();
        Map<Printer, Integer> copies = new LinkedHashMap<>();
        Map<PrinterId, String> seen = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        form.forEach((name, values) -> {
            String value = values.isEmpty() || values.get(0) == null
                    ? ""
                    : values.get(0).strip();
            if (name.startsWith(SEEN)) {
                seen.put(new PrinterId(Field.id(name.substring(SEEN.length()), "printer")), shortened(value));
            } else if (name.startsWith(COPIES)) {
                PrinterId id = new PrinterId(Field.id(name.substring(COPIES.length()), "printer"));
                typed.put(id, value.length() > LONGEST ? value.substring(0, LONGEST) : value);
                take(id, value, farm, copies, problems);
            }
        });
        int all = copies.values().stream().mapToInt(Integer::intValue).sum();
        if (problems.isEmpty() && all == 0) {
            problems.add(Problem.of("none"));
        }
        if (all > MOST) {
            problems.add(Problem.of("too-many", all, MOST));
        }
        return new Portions(typed, copies, seen, problems);
    }

    private static void take(
            PrinterId id, String value, Farm farm, Map<Printer, Integer> copies, List<Problem> problems) {
        if (value.isEmpty() || value.matches("0+")) {
            return;
        }
        Printer printer = farm.printers().get(id);
        if (printer == null) {
            problems.add(Problem.of("no-printer", id.value()).at(id));
        } else if (!value.matches("[0-9]{1,9}")) {
            problems.add(
                    Problem.of("not-a-number", printer.report().displayName()).at(id));
        } else if (Integer.parseInt(value) > MOST_AT_ONE) {
            problems.add(Problem.of("too-many-at-one", printer.report().displayName(), MOST_AT_ONE)
                    .at(id));
        } else {
            copies.put(printer, Integer.parseInt(value));
        }
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ");
        return line.length() > Suitability.SEEN ? line.substring(0, Suitability.SEEN) : line;
    }
}
