package io.nordwand.eiger;

import io.nordwand.eiger.api.BuildsApi;
import io.nordwand.eiger.api.DevicesApi;
import io.nordwand.eiger.api.JobsApi;
import io.nordwand.eiger.api.Pages;
import io.nordwand.eiger.api.Query;
import io.nordwand.eiger.wire.BuildWire;
import io.nordwand.eiger.wire.DeviceWire;
import io.nordwand.eiger.wire.EntryWire;
import io.nordwand.eiger.wire.JobWire;
import io.nordwand.eiger.wire.QueueWire;
import io.nordwand.farm.Build;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.FarmException;
import io.nordwand.farm.FarmSource;
import io.nordwand.farm.JobId;
import io.nordwand.farm.Preview;
import io.nordwand.farm.PrintJob;
import io.nordwand.farm.PrinterId;
import io.nordwand.farm.PrinterReport;
import io.nordwand.farm.QueueReading;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Reads the farm from Eiger. An answer about another thing than was asked for is unreadable, never shown. */
final class EigerSource implements FarmSource {

    private static final Comparator<Build> NEWEST_FIRST =
            Comparator.comparing(Build::createdAt, Comparator.nullsLast(Comparator.reverseOrder()));

    private final DevicesApi devices;
    private final BuildsApi builds;
    private final Previews previews;
    private final Refusals refusals;
    private final Clock clock;
    private final Pages<DeviceWire> devicePages;
    private final Pages<BuildWire> buildPages;
    private final Pages<JobWire> jobPages;

    EigerSource(DevicesApi devices, BuildsApi builds, JobsApi jobs, Previews previews, Refusals refusals, Clock clock) {
        this.devices = devices;
        this.builds = builds;
        this.previews = previews;
        this.refusals = refusals;
        this.clock = clock;
        this.devicePages = Pages.of(devices::listDevices, wire -> Ids.known(wire.id()), refusals.unreadable());
        this.jobPages = Pages.of(jobs::listPrintJobs, wire -> Ids.known(wire.id()), refusals.unreadable());
        this.buildPages = Pages.of(builds::listBuilds, wire -> Ids.known(wire.id()), refusals.unreadable());
    }

    @Override
    public Mono<List<PrinterReport>> printers() {
        return devicePages.all(Query.ascending("name")).map(wires -> mapped(wires, DeviceMapping::printer));
    }

    @Override
    public Mono<PrinterReport> printer(PrinterId printer) {
        return asked(printer.value(), devices::readDevice)
                .map(wire -> required(Ids.same(wire.id(), printer.value()) ? DeviceMapping.printer(wire) : null));
    }

    @Override
    public Mono<QueueReading> queue(PrinterId printer) {
        return asked(printer.value(), devices::listDeviceQueue).map(wire -> reading(wire, printer));
    }

    private QueueReading reading(QueueWire wire, PrinterId asked) {
        PrinterReport printer = required(DeviceMapping.printer(wire.device()));
        List<@Nullable EntryWire> queue = required(wire.queue());
        if (!Ids.same(printer.id().value(), asked.value())) {
            throw new FarmException(refusals.unreadable());
        }
        return new QueueReading(printer, QueueMapping.queue(queue, clock.instant()));
    }

    @Override
    public Mono<List<Build>> builds() {
        return buildPages
                .all(Query.descending("created_at"))
                .map(wires -> mapped(wires, BuildMapping::build).stream()
                        .sorted(NEWEST_FIRST)
                        .toList());
    }

    @Override
    public Mono<Build> build(BuildId build) {
        return wire(build).map(wire -> required(BuildMapping.build(wire)));
    }

    @Override
    public Mono<List<PrintJob>> jobs(PrinterId printer, Instant since) {
        Query query = Query.descending("created_at")
                .where("device", "eq", printer.value())
                .where("created_at", "ge", since.truncatedTo(ChronoUnit.SECONDS));
        return jobPages.all(query)
                .map(wires -> wires.stream()
                        .filter(wire -> ofPrinter(wire, printer))
                        .<@Nullable PrintJob>map(EigerSource::job)
                        .filter(Objects::nonNull)
                        .toList());
    }

    /** Filters are asked for, not relied on. */
    private static boolean ofPrinter(JobWire wire, PrinterId printer) {
        return wire.device() != null && Ids.same(wire.device().id(), printer.value());
    }

    private static @Nullable PrintJob job(JobWire wire) {
        String id = Ids.known(wire.id());
        String build = wire.build() == null ? null : Ids.known(wire.build().id());
        return id == null
                ? null
                : new PrintJob(
                        new JobId(id),
                        build == null ? null : new BuildId(build),
                        wire.state(),
                        wire.createdAt(),
                        wire.endedAt());
    }

    @Override
    public Mono<Preview> preview(BuildId build) {
        return wire(build)
                .flatMap(wire -> wire.previewUrl() == null ? Mono.empty() : previews.fetch(wire.previewUrl()));
    }

    private Mono<BuildWire> wire(BuildId build) {
        return asked(build.value(), builds::readBuild)
                .map(wire -> required(Ids.same(wire.id(), build.value()) ? wire : null));
    }

    private <T> Mono<T> asked(String id, Function<String, Mono<T>> operation) {
        return Mono.defer(() -> Ids.sendable(id) ? operation.apply(id) : Mono.error(refusals.noSuchId()));
    }

    private <T> T required(@Nullable T value) {
        if (value == null) {
            throw new FarmException(refusals.unreadable());
        }
        return value;
    }

    private static <W, T> List<T> mapped(List<W> wires, Function<W, @Nullable T> mapping) {
        return wires.stream().<@Nullable T>map(mapping).filter(Objects::nonNull).toList();
    }
}
