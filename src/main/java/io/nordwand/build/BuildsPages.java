package io.nordwand.build;

import io.nordwand.database.DatabaseException;
import io.nordwand.history.BuildSearch;
import io.nordwand.history.Mirrors;
import io.nordwand.history.Mirrors.Copy;
import io.nordwand.web.WebProperties;
import java.time.ZoneId;
import java.util.Locale;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Makes pages of the list out of the copy of Eiger's builds. */
@Component
class BuildsPages {

    private final BuildSearch search;
    private final Mirrors mirrors;
    private final ZoneId zone;
    private final Locale locale;

    BuildsPages(BuildSearch search, Mirrors mirrors, WebProperties web) {
        this.search = search;
        this.mirrors = mirrors;
        this.zone = web.zoneOrDefault();
        this.locale = web.locale();
    }

    /** The page; one that says so when the copy can't be read. */
    Mono<BuildsPage> page(BuildsQuery query) {
        long skipped = (query.page() - 1L) * BuildsPage.SIZE;
        return Mono.zip(
                        search.find(query.filter(zone), query.sort(), skipped, BuildsPage.SIZE),
                        search.choices(),
                        (found, choices) -> BuildsPage.of(query, found, choices, mirrors.progress(Copy.BUILDS), locale))
                .onErrorResume(
                        DatabaseException.class,
                        down -> Mono.fromSupplier(() -> BuildsPage.down(query, mirrors.progress(Copy.BUILDS))));
    }
}
