package io.nordwand.account;

import io.nordwand.web.Access;
import io.nordwand.web.Fragments;
import io.nordwand.web.LiveStream;
import io.nordwand.web.Role;
import java.security.Principal;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;

/** The list of accounts as it changes, and the end of the page for whoever is no longer an administrator. */
@RestController
@Access(Role.ADMIN)
class UsersEventsController {

    private final Accounts accounts;
    private final Fragments fragments;
    private final LiveStream stream;

    UsersEventsController(Accounts accounts, Fragments fragments, LiveStream stream) {
        this.accounts = accounts;
        this.fragments = fragments;
        this.stream = stream;
    }

    @GetMapping(path = UsersController.PATH + "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<String>> events(Principal me) {
        return stream.of(accounts.updates()
                .map(now -> now.list())
                .distinctUntilChanged()
                .map(users -> {
                    String html = fragments.render("account/list", "users", Map.of("users", users, "me", me.getName()));
                    return LiveStream.partial("#users", "outerMorph", html);
                }));
    }
}
