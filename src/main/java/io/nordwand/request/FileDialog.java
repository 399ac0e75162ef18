package io.nordwand.request;

import io.nordwand.farm.Build;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.Trouble;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form by which somebody asks for a build.
 *
 * @param kind how
 * @param id the build's id
 * @param build the build, or null when it could not be read
 * @param note why, as typed
 * @param due the due day, as typed
 * @param today the earliest due day, by the installation's zone
 * @param zone name of that zone
 * @param waiting how many of that build are asked for already, as last read
 * @param problems keys of why the answer was not good enough
 * @param trouble why the build could not be read, or null
 */
record FileDialog(
        Wish.Kind kind,
        BuildId id,
        @Nullable Build build,
        String note,
        String due,
        LocalDate today,
        String zone,
        int waiting,
        List<String> problems,
        @Nullable Trouble trouble) {
    FileDialog {
        problems = List.copyOf(problems);
    }

    /** Title of the build, or the beginning of its id. */
    public String title() {
        String raw = id.value();
        return build != null ? build.displayTitle() : raw.substring(0, Math.min(8, raw.length()));
    }

    /** Its own address, where the answer goes. */
    public String word() {
        return kind.key();
    }

    /** Whether that field has a problem. */
    public boolean wrong(String field) {
        return problems.stream().anyMatch(problem -> problem.startsWith(field));
    }

    FileDialog again(String typedNote, String typedDue, List<String> found) {
        return new FileDialog(kind, id, build, typedNote, typedDue, today, zone, waiting, found, trouble);
    }

    /** Longest note. */
    public int longest() {
        return Wish.LONGEST_NOTE;
    }
}
