package io.nordwand.person;

import io.nordwand.farm.record.PersonRecord;
import io.nordwand.web.Params;
import io.nordwand.web.Paths;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One person as the list shows them. */
public record PersonLine(PersonRecord person) {

    /** Page of the person; null for one without an id, whom Eiger can't be asked about. */
    public @Nullable String href() {
        return person.id() == null ? null : "/people/" + Paths.segment(person.id());
    }

    /** Their jobs; null for one without a name, by which jobs are found. */
    public @Nullable String jobsHref() {
        return person.name() == null
                ? null
                : Params.href("/jobs", Params.encoded(Stream.of(Map.entry("person", person.name()))));
    }

    /** What they asked for and still wait for; null for one without a name. */
    public @Nullable String requestsHref() {
        return person.name() == null ? null : jobsHref() + "&state=backlogged";
    }

    /** First letters for the avatar; a question mark without a name. */
    public String initials() {
        String name = person.name();
        return name == null
                ? "?"
                : name.substring(0, name.offsetByCodePoints(0, Math.min(2, name.codePointCount(0, name.length()))))
                        .toUpperCase(Locale.ROOT);
    }
}
