package io.nordwand.dispatch;

import io.nordwand.build.Builds;
import io.nordwand.farm.Build;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.EntryId;
import io.nordwand.farm.Farm;
import io.nordwand.farm.FarmCommands;
import io.nordwand.farm.FarmException;
import io.nordwand.farm.FarmFixtures;
import io.nordwand.farm.FarmSource;
import io.nordwand.farm.Farms;
import io.nordwand.farm.JobId;
import io.nordwand.farm.Preview;
import io.nordwand.farm.PrintJob;
import io.nordwand.farm.Printer;
import io.nordwand.farm.PrinterId;
import io.nordwand.farm.PrinterReport;
import io.nordwand.farm.QueueReading;
import io.nordwand.farm.Trouble;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Eiger and the farm as the actions see them; counts what was sent, on subscription, as a real client would. */
final class FakeEiger implements FarmSource, FarmCommands, Farms, Builds {

    /** Everything that was sent, in order, for example {@code append X7-01 build-Gear}. */
    final List<String> sent = new CopyOnWriteArrayList<>();

    final AtomicInteger readings = new AtomicInteger();
    final List<Build> builds = new ArrayList<>();

    Supplier<Mono<EntryId>> append = () -> Mono.just(new EntryId("entry-new"));
    Supplier<Mono<JobId>> print = () -> Mono.just(new JobId("job-new"));
    Map<String, Supplier<Mono<Void>>> remove = new ConcurrentHashMap<>();

    /** What Eiger's list of jobs holds. */
    final List<PrintJob> jobs = new CopyOnWriteArrayList<>();

    /** Takes the place of {@link #append} where it matters what is appended. */
    @Nullable
    BiFunction<PrinterId, BuildId, Mono<EntryId>> appending;

    /** Takes the place of {@link #remove}. */
    @Nullable
    BiFunction<PrinterId, EntryId, Mono<Void>> removing;

    /** Takes the place of {@link #reading} where it matters what is read. */
    @Nullable
    Function<PrinterId, Mono<QueueReading>> readingOf;

    @Nullable
    Supplier<Mono<Build>> build;

    @Nullable
    Supplier<Mono<QueueReading>> reading;

    @Nullable
    Trouble buildsTrouble;

    private final Sinks.Many<Farm> sink = Sinks.many().replay().latest();
    private volatile Farm current = Farm.none();

    FakeEiger(Printer... printers) {
        show(printers);
    }

    /** Back to an Eiger that does as asked. */
    void reset() {
        sent.clear();
        builds.clear();
        jobs.clear();
        remove.clear();
        append = () -> Mono.just(new EntryId("entry-new"));
        print = () -> Mono.just(new JobId("job-new"));
        build = null;
        reading = null;
        readingOf = null;
        appending = null;
        removing = null;
        buildsTrouble = null;
    }

    /** What Eiger says from now on, in readings and polls. */
    void show(Printer... printers) {
        current = FarmFixtures.farm(printers);
        sink.tryEmitNext(current).orThrow();
    }

    static <T> Supplier<Mono<T>> fails(Trouble trouble) {
        return () -> Mono.error(new FarmException(trouble));
    }

    @Override
    public Mono<EntryId> append(PrinterId printer, BuildId build) {
        return Mono.defer(() -> {
            sent.add("append " + printer + " " + build);
            return appending == null ? append.get() : appending.apply(printer, build);
        });
    }

    @Override
    public Mono<Void> remove(PrinterId printer, EntryId entry) {
        return Mono.defer(() -> {
            sent.add("remove " + printer + " " + entry);
            return removing == null
                    ? remove.getOrDefault(entry.value(), () -> Mono.fromRunnable(() -> takeOut(printer, entry)))
                            .get()
                    : removing.apply(printer, entry);
        });
    }

    /** Takes the entry out of the queue at X7-01, as it should be. */
    Mono<Void> takesOut(String entry) {
        return Mono.fromRunnable(() -> takeOut(Bench.X7, new EntryId(entry)));
    }

    private void takeOut(PrinterId id, EntryId entry) {
        show(current.printers().values().stream()
                .map(printer -> printer.id().equals(id) && printer.queue() != null
                        ? FarmFixtures.without(printer, printer.queue(), entry)
                        : printer)
                .toArray(Printer[]::new));
    }

    @Override
    public Mono<JobId> print(PrinterId printer, BuildId build) {
        return Mono.defer(() -> {
            sent.add("print " + printer + " " + build);
            return print.get();
        });
    }

    @Override
    public Mono<QueueReading> refresh(PrinterId printer) {
        return Mono.defer(() -> {
            readings.incrementAndGet();
            if (readingOf != null) {
                return readingOf.apply(printer);
            }
            return reading == null ? plain(printer) : reading.get();
        });
    }

    Mono<QueueReading> plain(PrinterId printer) {
        Printer found = current.printers().get(printer);
        return found == null || found.queue() == null
                ? Mono.error(new FarmException(new Trouble.NotFound("No such printer.", null)))
                : Mono.just(new QueueReading(found.report(), found.queue()));
    }

    @Override
    public Mono<Build> build(BuildId id) {
        return build != null
                ? build.get()
                : Mono.just(FarmFixtures.build(id.value().replaceFirst("^build-", "")));
    }

    @Override
    public Mono<List<Build>> all() {
        return buildsTrouble == null ? Mono.just(builds) : Mono.error(new FarmException(buildsTrouble));
    }

    @Override
    public Farm current() {
        return current;
    }

    @Override
    public Flux<Farm> updates() {
        return sink.asFlux();
    }

    @Override
    public Mono<List<PrinterReport>> printers() {
        throw new UnsupportedOperationException("actions do not read all printers");
    }

    @Override
    public Mono<PrinterReport> printer(PrinterId printer) {
        throw new UnsupportedOperationException("actions read printer and queue together");
    }

    @Override
    public Mono<QueueReading> queue(PrinterId printer) {
        throw new UnsupportedOperationException("actions read through the farm, so that pages see it, too");
    }

    @Override
    public Mono<List<Build>> builds() {
        throw new UnsupportedOperationException("dialogs ask the cache");
    }

    @Override
    public Mono<List<PrintJob>> jobs(PrinterId printer, Instant since) {
        return Mono.fromSupplier(() -> List.copyOf(jobs));
    }

    @Override
    public Mono<Preview> preview(BuildId build) {
        throw new UnsupportedOperationException("pictures are no action");
    }
}
