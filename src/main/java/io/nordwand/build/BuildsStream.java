package io.nordwand.build;

import io.nordwand.history.Mirrors;
import io.nordwand.history.Mirrors.Copy;
import io.nordwand.web.Fragments;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** The list's live regions: looked up again when the copy of Eiger's builds changes, sent where they differ. */
@Component
class BuildsStream {

    private final BuildsPages pages;
    private final Mirrors mirrors;
    private final Fragments fragments;

    BuildsStream(BuildsPages pages, Mirrors mirrors, Fragments fragments) {
        this.pages = pages;
        this.mirrors = mirrors;
        this.fragments = fragments;
    }

    /**
     * The regions that change for one viewer.
     *
     * @param acts whether they may work with printers and queues
     * @param revision {@link BuildsPage#revision} that their page shows; the list comes first when it is another
     */
    Flux<String> regions(BuildsQuery query, boolean acts, String revision) {
        return Flux.defer(() -> {
            Regions shown = new Regions();
            return mirrors.changes()
                    .filter(Copy.BUILDS::equals)
                    .startWith(Copy.BUILDS)
                    .onBackpressureLatest()
                    .concatMap(tick -> pages.page(query), 1)
                    .index()
                    .handle((numbered, sink) -> {
                        BuildsPage page = numbered.getT2();
                        Map<String, String> now = draw(page, acts);
                        if (numbered.getT1() == 0 && page.revision().equals(revision)) {
                            shown.show(now);
                            return;
                        }
                        String change = shown.change(now);
                        if (!change.isEmpty()) {
                            sink.next(change);
                        }
                    });
        });
    }

    private Map<String, String> draw(BuildsPage page, boolean acts) {
        Map<String, Object> model = Map.of("page", page, "acts", acts, "progress", page.progress());
        Map<String, String> regions = new LinkedHashMap<>();
        regions.put("builds-list", fragments.render("build/list", "list", model).strip());
        regions.put("copy", fragments.render("build/list", "age", model).strip());
        return regions;
    }
}
