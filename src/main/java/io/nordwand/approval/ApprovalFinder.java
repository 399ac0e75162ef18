package io.nordwand.approval;

import io.nordwand.dispatch.Finder;
import io.nordwand.dispatch.Order;
import io.nordwand.history.Approvals;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A lost answer is settled by reading the set: it is what was sent, or still what it was, or something else. */
@Component
class ApprovalFinder implements Finder {

    private final Approvals approvals;
    private final FormerSets sets;

    ApprovalFinder(Approvals approvals, FormerSets sets) {
        this.approvals = approvals;
        this.sets = sets;
    }

    @Override
    public Set<String> operations() {
        return Set.of(Change.APPROVE, Change.OFF);
    }

    @Override
    public Mono<Boolean> happened(Order.Item item) {
        return sets.of(item.memo())
                .flatMap(sent -> approvals.read().flatMap(now -> {
                    if (now.equals(sent.after())) {
                        return Mono.just(true);
                    }
                    return now.equals(sent.before()) ? Mono.just(false) : Mono.empty();
                }));
    }
}
