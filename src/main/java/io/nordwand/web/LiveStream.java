package io.nordwand.web;

import io.nordwand.web.frame.FrameRegions;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.reactive.ServerWebExchangeContextFilter;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.context.ContextView;

/**
 * Makes a page's regions into its one live stream: adds the heartbeat by which a browser notices a frozen server, and
 * the regions of the frame (freshness, notices, counts in the menu). A stream ends when its session does, when the page
 * has nothing more to say, when the server stops, or after its longest life; the browser then opens the next.
 */
@Component
public class LiveStream {

    private static final Logger log = LoggerFactory.getLogger(LiveStream.class);
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);

    private static final Differences.Drawing<Map<String, String>> FRAME = new Differences.Drawing<>() {
        @Override
        public String between(Map<String, String> before, Map<String, String> after) {
            StringBuilder news = new StringBuilder();
            after.forEach((target, html) -> {
                if (!html.equals(before.get(target))) {
                    news.append(partial(target, "outerMorph", html));
                }
            });
            return news.toString();
        }

        @Override
        public String whole(Map<String, String> regions) {
            return between(Map.of(), regions);
        }
    };

    private final FrameRegions frame;
    private final Differences<Map<String, String>> frames = new Differences<>(FRAME, regions -> 0L, 100);
    private final Clock clock;
    private final Duration lifetime;
    private final ObjectProvider<Sessions> sessions;
    private final Sinks.Empty<Void> stopping = Sinks.empty();
    private volatile @Nullable ServerSentEvent<String> lastBeat;

    LiveStream(FrameRegions frame, Clock clock, WebProperties web, ObjectProvider<Sessions> sessions) {
        this.frame = frame;
        this.sessions = sessions;
        this.clock = clock;
        this.lifetime = web.streamLifetime();
    }

    /**
     * The stream of one page.
     *
     * @param regions rendered regions as they change, each made by {@link #partial}; an error ends the stream
     */
    public Flux<ServerSentEvent<String>> of(Flux<String> regions) {
        return bare(regions, changes());
    }

    /** The stream of a page outside the frame: its own regions and the heartbeat alone. */
    public Flux<ServerSentEvent<String>> bare(Flux<String> regions) {
        return bare(regions, Flux.empty());
    }

    private Flux<ServerSentEvent<String>> bare(Flux<String> regions, Flux<String> around) {
        return Flux.deferContextual(context -> {
            Sinks.Empty<Void> over = Sinks.empty();
            Flux<String> page = regions.doFinally(signal -> over.tryEmitEmpty());
            Flux<ServerSentEvent<String>> html = Flux.merge(around, page)
                    .map(region -> ServerSentEvent.builder(region).build());
            return Flux.merge(html, heartbeat())
                    .takeUntilOther(
                            Mono.firstWithSignal(over.asMono(), stopping.asMono(), sessionEnds(context), signInEnds()))
                    .take(shortened(lifetime))
                    .onErrorResume(problem -> {
                        log.error("A live stream failed and was closed", problem);
                        return Flux.empty();
                    });
        });
    }

    /**
     * Wraps HTML so that htmx swaps it in at one place.
     *
     * @param target CSS selector, for example {@code #printer-42}
     * @param swap htmx 4 swap, for example {@code outerMorph}, {@code afterend}, {@code delete}
     * @param html the region, may be blank
     */
    public static String partial(String target, String swap, String html) {
        return "<hx-partial hx-target=\"" + target + "\" hx-swap=\"" + swap + "\">" + html + "</hx-partial>";
    }

    /** Before the server waits for open requests to end, which streams never would. */
    @EventListener(ContextClosedEvent.class)
    void stop() {
        stopping.tryEmitEmpty();
    }

    /** All regions of the frame at first, then those that this viewer has not seen in this form. */
    private Flux<String> changes() {
        return frames.regions(frame.all(), -1);
    }

    /** Carries the server's time, so that a browser with a wrong clock still tells the right age. */
    private Flux<ServerSentEvent<String>> heartbeat() {
        return Flux.interval(Duration.ZERO, HEARTBEAT).onBackpressureDrop().map(beat -> beat());
    }

    /** The same one for all streams whose turn is in the same second. */
    private ServerSentEvent<String> beat() {
        String now = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
        ServerSentEvent<String> made = lastBeat;
        if (made == null || !now.equals(made.data())) {
            made = ServerSentEvent.builder(now).event("heartbeat").build();
            lastBeat = made;
        }
        return made;
    }

    private static Mono<Void> sessionEnds(ContextView context) {
        ServerWebExchange exchange =
                ServerWebExchangeContextFilter.getExchange(context).orElse(null);
        return exchange == null
                ? Mono.never()
                : Flux.interval(HEARTBEAT)
                        .onBackpressureDrop()
                        .concatMap(beat -> exchange.getSession())
                        .filter(WebSession::isExpired)
                        .next()
                        .then();
    }

    /** At once when the account is disabled, reset or lowered, or has a new password. */
    private Mono<Void> signInEnds() {
        Sessions asked = sessions.getIfAvailable();
        return asked == null
                ? Mono.never()
                : ReactiveSecurityContextHolder.getContext()
                        .mapNotNull(SecurityContext::getAuthentication)
                        .map(asked::end)
                        .defaultIfEmpty(Mono.never())
                        .flatMap(Function.identity());
    }

    /** Up to a tenth shorter, so that not all browsers come back in the same second. */
    private static Duration shortened(Duration lifetime) {
        return lifetime.minusMillis(ThreadLocalRandom.current().nextLong(lifetime.toMillis() / 10 + 1));
    }
}
