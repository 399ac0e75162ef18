package io.nordwand.person;

import io.nordwand.database.DatabaseException;
import io.nordwand.farm.FarmException;
import io.nordwand.farm.Farms;
import io.nordwand.farm.Trouble;
import io.nordwand.farm.record.JobRecord;
import io.nordwand.farm.record.PeopleSource;
import io.nordwand.farm.record.UserRecord;
import io.nordwand.history.JobFilter;
import io.nordwand.history.Jobs;
import io.nordwand.history.Mirrors;
import io.nordwand.history.Owners;
import io.nordwand.web.Access;
import io.nordwand.web.Page;
import io.nordwand.web.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/** The people of the organization, and one of them. */
@Page
@Access(Role.VIEWER)
class PersonController {

    private static final int LATEST = 10;

    private final People people;
    private final PeopleSource source;
    private final Jobs jobs;
    private final Mirrors mirrors;
    private final Farms farms;

    PersonController(People people, PeopleSource source, Jobs jobs, Mirrors mirrors, Farms farms) {
        this.people = people;
        this.source = source;
        this.jobs = jobs;
        this.mirrors = mirrors;
        this.farms = farms;
    }

    @GetMapping("/people")
    Mono<Rendering> all() {
        return people.current()
                .map(known -> Rendering.view("person/people")
                        .modelAttribute("known", known)
                        .modelAttribute(
                                "lines",
                                known.people().stream().map(PersonLine::new).toList())
                        .build());
    }

    /** Read afresh, since the list has no dates; whom Eiger does not know is not found. */
    @GetMapping("/people/{id}")
    Mono<Rendering> one(@PathVariable String id) {
        return source.user(id)
                .onErrorMap(PersonController::unknown, e -> new ResponseStatusException(HttpStatus.NOT_FOUND))
                .flatMap(user -> Mono.zip(
                        found(user, ""),
                        found(user, "backlogged"),
                        (latest, requests) -> Rendering.view("person/person")
                                .modelAttribute("user", user)
                                .modelAttribute("line", new PersonLine(user.person()))
                                .modelAttribute("jobs", latest)
                                .modelAttribute("requests", requests)
                                .modelAttribute("owners", new Owners(farms.current()))
                                .modelAttribute("progress", mirrors.progress(Mirrors.Copy.JOBS))
                                .build()));
    }

    /** Nobody of that id, or an id that can't be one. */
    private static boolean unknown(Throwable error) {
        return error instanceof FarmException farm
                && (farm.trouble() instanceof Trouble.NotFound || farm.trouble() instanceof Trouble.Rejected);
    }

    /**
     * What was found of a person.
     *
     * @param jobs the newest
     * @param untold key of why none says nothing, or null when there are none
     */
    record Found(List<JobRecord> jobs, @Nullable String untold) {}

    private Mono<Found> found(UserRecord user, String state) {
        String name = user.person().name();
        if (name == null) {
            return Mono.just(new Found(List.of(), "unnamed"));
        }
        String soFar = mirrors.progress(Mirrors.Copy.JOBS).whole() ? null : "none-yet";
        return jobs.piece(new JobFilter("", state, "", "", name, "", null, null), null, LATEST)
                .map(page -> new Found(page.jobs(), soFar))
                .onErrorResume(DatabaseException.class, e -> Mono.just(new Found(List.of(), "unread")));
    }
}
