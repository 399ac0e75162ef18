package io.nordwand.request;

import io.nordwand.build.Builds;
import io.nordwand.farm.Build;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.FarmException;
import io.nordwand.farm.FarmSource;
import io.nordwand.farm.Trouble;
import io.nordwand.history.Backlog;
import io.nordwand.web.WebProperties;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/** Puts together the form by which somebody asks for a build, and reads its answer. */
@Component
class Wanted {

    private static final Duration MOMENT = Duration.ofMillis(1500);
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final Builds builds;
    private final FarmSource source;
    private final Backlog backlog;
    private final Clock clock;
    private final ZoneId zone;
    private final Locale locale;

    Wanted(Builds builds, FarmSource source, Backlog backlog, Clock clock, WebProperties web) {
        this.builds = builds;
        this.source = source;
        this.backlog = backlog;
        this.clock = clock;
        this.zone = web.zoneOrDefault();
        this.locale = web.locale();
    }

    /**
     * The answer to the form.
     *
     * @param note why, without outer spaces
     * @param due the due day as typed
     * @param dueOn the due day, or null for none
     * @param problems keys of what is wrong with it
     */
    record Answer(String note, String due, @Nullable LocalDate dueOn, List<String> problems) {}

    /** The empty form; 404 when Eiger does not know the build, the trouble in it when it can't be read. */
    Mono<FileDialog> dialog(Wish.Kind kind, BuildId id) {
        return Mono.zip(build(id).map(Found::of).onErrorResume(FarmException.class, Wanted::unread), waiting(id))
                .map(both -> new FileDialog(
                        kind,
                        id,
                        both.getT1().build(),
                        "",
                        "",
                        today(),
                        zone(),
                        both.getT2(),
                        List.of(),
                        both.getT1().trouble()));
    }

    private record Found(@Nullable Build build, @Nullable Trouble trouble) {

        private static Found of(Build build) {
            return new Found(build, null);
        }
    }

    private static Mono<Found> unread(FarmException error) {
        return error.trouble() instanceof Trouble.NotFound
                ? Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND, "no such build"))
                : Mono.just(new Found(null, error.trouble()));
    }

    /** Today, by which a due day must not be over. */
    LocalDate today() {
        return clock.instant().atZone(zone).toLocalDate();
    }

    /** Name of the installation's zone. */
    String zone() {
        return zone.getDisplayName(TextStyle.FULL, locale);
    }

    private Mono<Integer> waiting(BuildId id) {
        return backlog.of(id).map(List::size).onErrorReturn(0);
    }

    /** As listed a few minutes ago at most, else as read afresh; a FarmException when neither. */
    Mono<Build> build(BuildId id) {
        Mono<Build> listed = builds.all()
                .timeout(MOMENT)
                .flatMapIterable(all -> all)
                .filter(build -> Wishes.key(build.id().value()).equals(Wishes.key(id.value())))
                .next()
                .onErrorResume(error -> Mono.empty());
        return listed.switchIfEmpty(Mono.defer(() -> source.build(id)))
                .timeout(PATIENCE)
                .onErrorMap(
                        TimeoutException.class,
                        late -> new FarmException(new Trouble.Unavailable(
                                "Eiger has not answered for " + PATIENCE.toSeconds() + " s.", null)));
    }

    /** What the form says. */
    Answer answer(@Nullable String note, @Nullable String due) {
        String why = note == null ? "" : note.replace("\r\n", "\n").strip();
        String day = due == null ? "" : due.strip();
        List<String> problems = new ArrayList<>();
        if (why.codePointCount(0, why.length()) > Wish.LONGEST_NOTE) {
            problems.add("note-long");
        }
        LocalDate dueOn = null;
        try {
            dueOn = day.isEmpty() ? null : LocalDate.parse(day);
            if (dueOn != null && dueOn.isBefore(today())) {
                problems.add("due-past");
            } else if (dueOn != null && dueOn.isAfter(today().plusYears(10))) {
                problems.add("due-far");
            }
        } catch (DateTimeParseException noDay) {
            problems.add("due-unread");
        }
        return new Answer(why, day, dueOn, problems);
    }
}
