package io.nordwand.dispatch;

import io.nordwand.farm.EntryId;
import io.nordwand.farm.PrinterId;
import io.nordwand.farm.QueueEntry;
import io.nordwand.farm.QueueReading;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ResponseStatusException;

/** The queues that a person was shown, as their form carries them, so that a change in between is noticed. */
public final class Seen {

    private static final int MOST = 5_000;

    private Seen() {}

    /**
     * One pair of hidden fields.
     *
     * @param at the printer's id
     * @param entry the entry's id in queue order, or blank for the printer as such, whose queue may be empty
     */
    public record Row(String at, String entry) {}

    static List<Row> rows(List<QueueReading> readings) {
        return readings.stream()
                .flatMap(reading -> Stream.concat(
                                Stream.of(""),
                                reading.queue().entries().stream()
                                        .map(QueueEntry::id)
                                        .map(EntryId::value))
                        .map(entry -> new Row(reading.printer().id().value(), entry)))
                .toList();
    }

    /** The queues that the form says were shown; 400 when it does not say it as our forms do. */
    static Map<PrinterId, List<EntryId>> of(MultiValueMap<String, String> form) {
        List<String> at = form.getOrDefault("at", List.of());
        List<String> entries = form.getOrDefault("seen", List.of());
        if (at.isEmpty() || at.size() != entries.size() || at.size() > MOST) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "The request does not say what was shown");
        }
        Map<PrinterId, List<EntryId>> seen = new LinkedHashMap<>();
        for (int i = 0; i < at.size(); i++) {
            List<EntryId> queue =
                    seen.computeIfAbsent(new PrinterId(Field.id(at.get(i), "at")), id -> new ArrayList<>());
            if (!entries.get(i).isBlank()) {
                queue.add(new EntryId(Field.id(entries.get(i), "seen")));
            }
        }
        return seen;
    }
}
