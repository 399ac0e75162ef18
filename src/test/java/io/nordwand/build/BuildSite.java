package io.nordwand.build;

import static org.mockito.Mockito.mock;

import io.nordwand.database.BreakableDatabase;
import io.nordwand.farm.FarmException;
import io.nordwand.farm.FarmSource;
import io.nordwand.farm.Trouble;
import io.nordwand.farm.record.BuildDetail;
import io.nordwand.farm.record.BuildDetailSource;
import io.nordwand.history.BuildRuns;
import io.nordwand.history.BuildSearch;
import io.nordwand.history.BuildShelf;
import io.nordwand.web.PageSite;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import reactor.core.publisher.Mono;

/** The pages of this module alone, over copies that the test fills. */
@ComponentScan(basePackageClasses = BuildsController.class)
@Import(PageSite.class)
@TestComponent
class BuildSite {

    /** What Eiger says when it is asked what a build is made of. */
    static final AtomicReference<Mono<BuildDetail>> DETAIL = new AtomicReference<>(failing());

    static Mono<BuildDetail> failing() {
        return Mono.error(new FarmException(new Trouble.Unavailable("Eiger is out of order.", "ref-4711")));
    }

    @Bean
    BreakableDatabase breakable(Clock clock) {
        return new BreakableDatabase(clock);
    }

    @Bean
    BuildShelf shelf(BreakableDatabase breakable) {
        return new BuildShelf(breakable.database());
    }

    @Bean
    BuildSearch search(BuildShelf shelf) {
        return shelf.search();
    }

    @Bean
    BuildRuns runs(BuildShelf shelf) {
        return shelf.runs();
    }

    @Bean
    FakeMirrors mirrors() {
        return new FakeMirrors();
    }

    @Bean
    FarmSource source() {
        return mock(FarmSource.class);
    }

    @Bean
    BuildDetailSource details() {
        return build -> Mono.defer(DETAIL::get);
    }
}
