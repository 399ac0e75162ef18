package io.nordwand.approval;

import io.nordwand.farm.BuildId;
import io.nordwand.web.Access;
import io.nordwand.web.Page;
import io.nordwand.web.Paths;
import io.nordwand.web.Role;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/** What the approved set was before a change, as the audit log leads to it, and the way to bring it back. */
@Page
@Access(Role.OPERATOR)
class SetController {

    private final FormerSets sets;
    private final BuildNames names;

    SetController(FormerSets sets, BuildNames names) {
        this.sets = sets;
        this.names = names;
    }

    static String path(String action) {
        return "/approvals/sets/" + Paths.segment(action);
    }

    @GetMapping("/approvals/sets/{id}")
    Mono<Rendering> set(@PathVariable String id) {
        return sets.ofAction(id)
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)))
                .flatMap(set -> named(set)
                        .map(builds -> Rendering.view("approval/set")
                                .modelAttribute("set", set)
                                .modelAttribute("wasOn", set.before().on())
                                .modelAttribute("becameOff", !set.after().on())
                                .modelAttribute("gained", gained(set))
                                .modelAttribute("lost", lost(set))
                                .modelAttribute("builds", builds)
                                .build()));
    }

    private Mono<List<Named>> named(FormerSet set) {
        return names.of(List.<BuildId>copyOf(set.before().builds()), set.titles());
    }

    private static int gained(FormerSet set) {
        return new Difference(set.before(), set.after()).gained().size();
    }

    private static int lost(FormerSet set) {
        return new Difference(set.before(), set.after()).lost().size();
    }
}
