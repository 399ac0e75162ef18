package io.nordwand.eiger;

import io.nordwand.eiger.api.DevicesApi;
import io.nordwand.eiger.wire.Order;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.EntryId;
import io.nordwand.farm.FarmCommands;
import io.nordwand.farm.JobId;
import io.nordwand.farm.PrinterId;
import java.util.function.Supplier;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** Changes the farm at Eiger, one request a call. An answer that does not name what came of it leaves the outcome unknown. */
final class EigerCommands implements FarmCommands {

    private final DevicesApi devices;
    private final Refusals refusals;

    EigerCommands(DevicesApi devices, Refusals refusals) {
        this.devices = devices;
        this.refusals = refusals;
    }

    @Override
    public Mono<EntryId> append(PrinterId printer, BuildId build) {
        return sent(
                () -> devices.appendToDeviceQueue(printer.value(), new Order.OfBuild(build.value()))
                        .flatMap(wire -> Mono.justOrEmpty(Ids.known(wire.id())).map(EntryId::new))
                        .switchIfEmpty(Mono.error(refusals::unconfirmed)),
                printer.value(),
                build.value());
    }

    @Override
    public Mono<Void> remove(PrinterId printer, EntryId entry) {
        return sent(
                () -> devices.removeFromDeviceQueue(printer.value(), entry.value()), printer.value(), entry.value());
    }

    @Override
    public Mono<JobId> print(PrinterId printer, BuildId build) {
        return sent(
                () -> devices.printToPrinter(printer.value(), new Order.OfBuild(build.value()))
                        .flatMap(wire -> Mono.justOrEmpty(Ids.known(wire.id())).map(JobId::new))
                        .switchIfEmpty(Mono.error(refusals::unconfirmed)),
                printer.value(),
                build.value());
    }

    private <T> Mono<T> sent(Supplier<Mono<T>> request, String... ids) {
        return Mono.defer(
                () -> Stream.of(ids).allMatch(Ids::sendable) ? request.get() : Mono.error(refusals.noSuchId()));
    }
}
