package io.nordwand.dispatch;

import io.nordwand.dispatch.Step.Kind;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.EntryId;
import io.nordwand.farm.PrinterId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ResponseStatusException;

/** The plan that a person was shown, as their form carries it: it is carried out as shown, or not at all. */
final class PlanForm {

    private static final int MOST = 2_000;
    private static final int LONGEST_TITLE = 500;

    private PlanForm() {}

    /**
     * The steps, in order: each appends a waiting job of that printer again, at it or at one other, and then takes it
     * out. 400 for anything else.
     */
    static List<Step> steps(MultiValueMap<String, String> form, PrinterId from) {
        List<String> entries = form.getOrDefault("entry", List.of());
        List<String> builds = form.getOrDefault("of", List.of());
        List<String> titles = form.getOrDefault("title", List.of());
        boolean complete = entries.size() == builds.size() && entries.size() == titles.size();
        if (entries.isEmpty()
                || !complete
                || entries.size() > MOST
                || entries.stream()
                                .map(entry -> new EntryId(Field.id(entry, "entry")))
                                .distinct()
                                .count()
                        != entries.size()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "The request has no usable plan");
        }
        PrinterId to = to(form).orElse(from);
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            EntryId entry = new EntryId(Field.id(entries.get(i), "entry"));
            BuildId build = new BuildId(Field.id(builds.get(i), "of"));
            String title = title(titles.get(i), entry);
            steps.add(Step.append(to, build, title, entry));
            steps.add(Step.remove(from, entry, build, title));
        }
        return steps;
    }

    /** The printer that the jobs are to go to, or empty for a new order. */
    static Optional<PrinterId> to(MultiValueMap<String, String> form) {
        String to = form.getFirst("to");
        return to == null || to.isBlank() ? Optional.empty() : Optional.of(new PrinterId(Field.id(to, "to")));
    }

    static List<EntryId> entries(List<Step> steps) {
        return steps.stream()
                .filter(step -> step.kind() == Kind.REMOVE)
                .map(step -> Objects.requireNonNull(step.entry(), "a step that takes out names its entry"))
                .toList();
    }

    /** Only for people, until the queue has been read again. */
    private static String title(String title, EntryId entry) {
        String line = Wording.oneLine(title).strip();
        if (line.isEmpty()) {
            return entry.value();
        }
        return line.substring(0, Math.min(LONGEST_TITLE, line.length()));
    }
}
