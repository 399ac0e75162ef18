package io.nordwand.eiger;

import io.nordwand.eiger.api.BuildsApi;
import io.nordwand.eiger.api.Pages;
import io.nordwand.eiger.api.Query;
import io.nordwand.eiger.wire.BuildWire;
import io.nordwand.eiger.wire.Order;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.record.ApprovalCommands;
import io.nordwand.farm.record.ApprovalSource;
import io.nordwand.farm.record.Approved;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The approved set at Eiger. What is read here is written back later, so it is the whole of it or nothing. */
final class EigerApprovals implements ApprovalSource, ApprovalCommands {

    private final BuildsApi builds;
    private final Pages<BuildWire> pages;

    EigerApprovals(BuildsApi builds, Refusals refusals) {
        this.builds = builds;
        this.pages = Pages.whole(builds::listApprovedBuilds, EigerApprovals::id, refusals.unreadable());
    }

    private static @Nullable Object id(BuildWire wire) {
        String id = Ids.known(wire.id());
        return id == null ? null : new BuildId(id);
    }

    @Override
    public Mono<Approved> approved() {
        return pages.all(Query.unsorted())
                .map(wires -> Approved.of(wires.stream()
                        .map(EigerApprovals::id)
                        .map(BuildId.class::cast)
                        .toList()))
                .defaultIfEmpty(Approved.OFF);
    }

    @Override
    public Mono<Void> approve(Set<BuildId> approved) {
        return Mono.defer(() -> builds.approveBuilds(new Order.OfApprovals(
                approved.stream().map(BuildId::value).sorted().toList())));
    }

    @Override
    public Mono<Void> disable() {
        return Mono.defer(builds::disableApprovedBuilds);
    }
}
