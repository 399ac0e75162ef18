package io.nordwand.farm;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A source whose answers a test scripts; counts the calls and how many ran at once. */
final class FakeSource implements FarmSource {

    Supplier<Mono<List<PrinterReport>>> printers = () -> Mono.just(List.of());
    Function<PrinterId, Mono<QueueReading>> queues;
    final AtomicInteger polls = new AtomicInteger();
    final AtomicInteger pollsAtOnce = new AtomicInteger();
    final AtomicInteger mostPollsAtOnce = new AtomicInteger();
    final List<PrinterId> queueReads = new ArrayList<>();
    final AtomicInteger queuesAtOnce = new AtomicInteger();
    final AtomicInteger mostQueuesAtOnce = new AtomicInteger();

    FakeSource(Clock clock) {
        queues = id -> Mono.just(reading(report(id.value()), clock));
    }

    static PrinterReport report(String id) {
        return report(id, "Ready", 0, null);
    }

    static PrinterReport report(String id, String state, int queueLength, @Nullable ActiveJob job) {
        return new PrinterReport(
                new PrinterId(id), id, "X7", "X7", state, null, null, queueLength, null, job, List.of());
    }

    static QueueReading reading(PrinterReport report, Clock clock) {
        return new QueueReading(report, new PrintQueue(List.of(), clock.instant()));
    }

    static FarmException trouble(Trouble trouble) {
        return new FarmException(trouble);
    }

    static FarmException unavailable() {
        return trouble(new Trouble.Unavailable("Eiger can’t be reached.", null));
    }

    void answer(PrinterReport... reports) {
        printers = () -> Mono.just(List.of(reports));
    }

    void fail(Trouble trouble) {
        printers = () -> Mono.error(new FarmException(trouble));
    }

    long queueReadsOf(String id) {
        return queueReads.stream().filter(new PrinterId(id)::equals).count();
    }

    @Override
    public Mono<List<PrinterReport>> printers() {
        polls.incrementAndGet();
        return counted(printers.get(), pollsAtOnce, mostPollsAtOnce);
    }

    @Override
    public Mono<QueueReading> queue(PrinterId printer) {
        queueReads.add(printer);
        return counted(queues.apply(printer), queuesAtOnce, mostQueuesAtOnce);
    }

    private static <T> Mono<T> counted(Mono<T> call, AtomicInteger running, AtomicInteger most) {
        return call.doOnSubscribe(s -> most.accumulateAndGet(running.incrementAndGet(), Math::max))
                .doOnTerminate(running::decrementAndGet)
                .doOnCancel(running::decrementAndGet);
    }

    @Override
    public Mono<PrinterReport> printer(PrinterId printer) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Mono<List<Build>> builds() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Mono<Build> build(BuildId build) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Mono<Preview> preview(BuildId build) {
        throw new UnsupportedOperationException();
    }
}
