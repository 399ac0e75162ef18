package io.nordwand.eiger;

import io.nordwand.eiger.api.BuildsApi;
import io.nordwand.eiger.wire.JobWire;
import io.nordwand.eiger.wire.Order;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.JobId;
import io.nordwand.farm.record.RequestCommands;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Asks Eiger for builds, one request a call. An answer that does not name the job leaves the outcome unknown. */
final class EigerRequests implements RequestCommands {

    private final BuildsApi builds;
    private final Refusals refusals;

    EigerRequests(BuildsApi builds, Refusals refusals) {
        this.builds = builds;
        this.refusals = refusals;
    }

    @Override
    public Mono<JobId> request(BuildId build, @Nullable LocalDate dueOn) {
        return sent(build, () -> job(builds.sendBuildToJobRequestQueue(build.value(), new Order.OfDay(dueOn))));
    }

    @Override
    public Mono<JobId> backlog(BuildId build, @Nullable LocalDate dueOn) {
        return sent(build, () -> job(builds.sendBuildToBacklog(build.value(), new Order.OfDay(dueOn))));
    }

    @Override
    public Mono<Void> withdraw(BuildId build) {
        return sent(build, () -> builds.removeBuildFromJobRequestQueue(build.value()));
    }

    private Mono<JobId> job(Mono<JobWire> answer) {
        return answer.flatMap(wire -> Mono.justOrEmpty(Ids.known(wire.id())).map(JobId::new))
                .switchIfEmpty(Mono.error(refusals::unconfirmed));
    }

    private <T> Mono<T> sent(BuildId build, Supplier<Mono<T>> request) {
        return Mono.defer(() -> Ids.sendable(build.value()) ? request.get() : Mono.error(refusals.noSuchId()));
    }
}
