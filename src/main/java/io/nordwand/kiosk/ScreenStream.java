package io.nordwand.kiosk;

import io.nordwand.web.Partials;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What a connected screen's page shows now and as it changes: the farm, and all that an administrator does to the screen.
 * A new setting is drawn at once; then the page is fetched anew as well, since some settings belong to all of it.
 */
@Component
class ScreenStream {

    /** A screen without JavaScript, which fetches its page each half minute, tells its name once all the same. */
    private static final Duration TELLS_NAME_ONCE = Duration.ofSeconds(40);

    private record Shown(Display display, String message) {}

    private final Screens screens;
    private final BoardPages pages;
    private final BoardStream boards;
    private final BoardHtml html;
    private final Clock clock;

    ScreenStream(Screens screens, BoardPages pages, BoardStream boards, BoardHtml html, Clock clock) {
        this.screens = screens;
        this.pages = pages;
        this.boards = boards;
        this.html = html;
        this.clock = clock;
    }

    /** The whole page. */
    String page(Screen screen, Viewport viewport, String base) {
        Instant now = clock.instant();
        Board board = pages.page(screen.display(), viewport, text(screen.messageAt(now)));
        Surroundings around = new Surroundings(
                screen.name(),
                base + "/events",
                base + "/seen",
                edition(screen),
                screen.tellsName(now, TELLS_NAME_ONCE) ? screen.name() : "");
        return html.page(board, boards.current(), around);
    }

    /**
     * The regions that change; ends as soon as the token counts no more, and leaves nothing of the farm on the screen.
     *
     * @param known what the page shows
     */
    Flux<String> regions(String token, Viewport viewport, Known known) {
        return screens.following(token).publish(screen -> {
            AtomicReference<Known> shown = new AtomicReference<>(known);
            Flux<String> board = screen.switchMap(this::shown)
                    .distinctUntilChanged()
                    .switchMap(now ->
                            boards.boards(now.display(), viewport, now.message(), shown.getAndSet(known.afterwards())));
            Flux<String> version = screen.map(ScreenStream::edition)
                    .distinctUntilChanged()
                    .map(edition -> changed("#k-version", html.versionRegion(edition)));
            Flux<String> name = screen.switchMap(this::name)
                    .distinctUntilChanged()
                    .map(told -> changed("#k-name", html.nameRegion(told)));
            // Nothing that waits for its time, such as the end of a message, keeps the stream of a lost token open.
            return Flux.merge(version, name, board)
                    .takeUntilOther(screen.ignoreElements())
                    .concatWith(Mono.fromSupplier(() -> changed("#board", html.farewell())));
        });
    }

    /** With its message until that ends. */
    private Flux<Shown> shown(Screen screen) {
        FloorMessage message = screen.messageAt(clock.instant());
        Shown now = new Shown(screen.display(), text(message));
        Instant until = message == null ? null : message.until();
        return until == null
                ? Flux.just(now)
                : Flux.concat(Mono.just(now), later(until).thenReturn(new Shown(screen.display(), "")));
    }

    private Flux<String> name(Screen screen) {
        Instant asked = screen.identifyAt();
        return asked != null && screen.tellsName(clock.instant(), Screen.TELLS_NAME)
                ? Flux.concat(
                        Mono.just(screen.name()),
                        later(asked.plus(Screen.TELLS_NAME)).thenReturn(""))
                : Flux.just("");
    }

    private Mono<Long> later(Instant then) {
        return Mono.delay(Duration.between(clock.instant(), then));
    }

    private static String text(@Nullable FloorMessage message) {
        return message == null ? "" : message.text();
    }

    /** Changes with what makes the page another one. */
    private static String edition(Screen screen) {
        return screen.version() + "." + screen.reloads();
    }

    private static String changed(String target, String region) {
        Partials partials = new Partials();
        partials.change(target, region);
        return partials.toString();
    }
}
