package io.nordwand.job;

import io.nordwand.dispatch.Finder;
import io.nordwand.dispatch.Order;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * A report that is there was ordered. One that is not may have been as well, since Eiger takes its time to make it and
 * does not say what is ordered: that can't be told.
 */
@Component
class ReportFinder implements Finder {

    private final Reports reports;

    ReportFinder(Reports reports) {
        this.reports = reports;
    }

    @Override
    public Set<String> operations() {
        return Set.of(Reports.ORDER);
    }

    @Override
    public Mono<Boolean> happened(Order.Item item) {
        return reports.there(item).filter(there -> there);
    }
}
