package io.nordwand.web.frame;

import io.nordwand.farm.Farms;
import io.nordwand.web.Fragments;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/**
 * The changing parts of the frame as rendered HTML, one set for all viewers. Looks at the farm with each poll and once a
 * second in between, since data also grows old when nothing happens; renders only what changed.
 */
@Component
public class FrameRegions {

    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Flux<Map<String, String>> shared;

    FrameRegions(Farms farms, Frames frames, Fragments fragments) {
        this.shared = Flux.defer(farms::updates)
                .switchMap(farm -> Flux.interval(Duration.ZERO, LOOK).map(tick -> frames.of(farm)))
                .onBackpressureLatest()
                .distinctUntilChanged()
                .scan(Drawn.NOTHING, (before, frame) -> before.then(frame, fragments))
                .skip(1)
                .map(Drawn::html)
                .replay(1)
                .refCount();
    }

    /** All regions by CSS selector, at once and after each change; a slow reader skips to the latest. */
    public Flux<Map<String, String>> all() {
        return shared.onBackpressureLatest();
    }

    /** A frame with its HTML. */
    private record Drawn(@Nullable Frame frame, Map<String, String> html) {

        static final Drawn NOTHING = new Drawn(null, Map.of());

        Drawn then(Frame now, Fragments fragments) {
            Map<String, Object> model = Map.of("frame", now);
            Map<String, String> next = new LinkedHashMap<>(html);
            if (frame == null || !frame.freshness().equals(now.freshness())) {
                next.put("#freshness", fragments.render("components/freshness", "freshness", model));
            }
            if (frame == null
                    || !frame.notices().equals(now.notices())
                    || !frame.site().equals(now.site())) {
                next.put("#notices", fragments.render("components/notices", "notices", model));
            }
            if (frame == null || !frame.tray().equals(now.tray())) {
                next.put("#tray", fragments.render("components/tray", "tray", model));
            }
            for (MenuItem item : now.menu()) {
                if (item.counted() && (frame == null || !frame.menu().contains(item))) {
                    Map<String, Object> entry = Map.of("item", item);
                    next.put("#menu-count-" + item.key(), fragments.render("components/menu", "count", entry));
                    next.put("#tab-count-" + item.key(), fragments.render("components/menu", "tabcount", entry));
                }
            }
            return new Drawn(now, next);
        }
    }
}
