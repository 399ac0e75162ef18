package io.nordwand.build;

import io.nordwand.farm.BuildId;
import io.nordwand.web.Fragments;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** One build's live regions: drawn again when the farm or a copy of Eiger's lists changes, sent where they differ. */
@Component
class BuildStream {

    private final BuildPages pages;
    private final Fragments fragments;

    BuildStream(BuildPages pages, Fragments fragments) {
        this.pages = pages;
        this.fragments = fragments;
    }

    /**
     * The regions that change for one viewer.
     *
     * @param acts whether they may work with printers and queues
     * @param revision {@link BuildPage#revision} that their page shows; all regions come first when it is another
     */
    Flux<String> regions(BuildId build, boolean acts, String revision) {
        return Flux.defer(() -> {
            Regions shown = new Regions();
            return pages.pages(build).onBackpressureLatest().index().handle((numbered, sink) -> {
                BuildPage page = numbered.getT2();
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

    private Map<String, String> draw(BuildPage page, boolean acts) {
        Map<String, Object> model = Map.of("page", page, "acts", acts);
        Map<String, String> regions = new LinkedHashMap<>();
        regions.put("build-note", draw("build/build", "note", model));
        regions.put("build-state", draw("build/build", "state", model));
        regions.put("build-facts", draw("build/facts", "facts", model));
        regions.put("build-approval", draw("build/aside", "approval", model));
        regions.put("build-where", draw("build/where", "where", model));
        regions.put("build-costs", draw("build/facts", "costs", model));
        regions.put("build-runs", draw("build/runs", "runs", model));
        regions.put("build-track", draw("build/runs", "track", model));
        regions.put("copies", draw("build/aside", "copies", model));
        return regions;
    }

    private String draw(String template, String fragment, Map<String, Object> model) {
        return fragments.render(template, fragment, model).strip();
    }
}
