package io.nordwand.job;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.nordwand.database.BreakableDatabase;
import io.nordwand.dispatch.Forms;
import io.nordwand.dispatch.Orders;
import io.nordwand.farm.FakeFarms;
import io.nordwand.farm.JobId;
import io.nordwand.farm.record.PartReport;
import io.nordwand.farm.record.ReportFile;
import io.nordwand.farm.record.ReportSource;
import io.nordwand.history.JobShelf;
import io.nordwand.history.Jobs;
import io.nordwand.web.PageSite;
import io.nordwand.web.WebProperties;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The pages of this module alone, over jobs that the test keeps. */
@ComponentScan(basePackageClasses = JobsController.class)
@Import(PageSite.class)
@TestComponent
class JobSite {

    /** Reports as a test sets them. */
    static final class FakeReports implements ReportSource {

        final List<PartReport> parts = new CopyOnWriteArrayList<>();
        final List<String> ordered = new CopyOnWriteArrayList<>();

        @Override
        public Mono<List<PartReport>> reports(JobId job) {
            return Mono.fromSupplier(() -> new ArrayList<>(parts));
        }

        @Override
        public Mono<Boolean> order(String part) {
            return Mono.fromSupplier(() -> {
                ordered.add(part);
                return false;
            });
        }

        @Override
        public Flux<ReportFile> files(JobId job, Set<String> wanted) {
            return Flux.fromIterable(parts)
                    .filter(report -> report.there() && (wanted.isEmpty() || wanted.contains(report.part())))
                    .map(report -> new ReportFile(
                            report.part(),
                            true,
                            report.part().contains("broken")
                                    ? Flux.error(new IllegalStateException("https://secret.example/link"))
                                    : Flux.just(ByteBuffer.wrap(
                                            ("report of " + report.part()).getBytes(StandardCharsets.UTF_8)))));
        }
    }

    @Bean
    BreakableDatabase breakable(Clock clock) {
        return new BreakableDatabase(clock);
    }

    @Bean
    JobShelf shelf(BreakableDatabase breakable, FakeFarms farms, Clock clock, WebProperties web) {
        return new JobShelf(breakable.database(), farms, clock, web);
    }

    @Bean
    @Primary
    Jobs jobs(JobShelf shelf) {
        return shelf.jobs();
    }

    @Bean
    FakeReports reportSource() {
        return new FakeReports();
    }

    @Bean
    Orders orders() {
        Orders orders = mock(Orders.class);
        when(orders.forms(any(), any())).thenReturn(Mono.just(new Forms("_csrf", "token", "action-1")));
        when(orders.changes()).thenReturn(Flux.never());
        when(orders.used(any())).thenReturn(Mono.just(false));
        return orders;
    }
}
