package io.nordwand.build;

import com.github.benmanes.caffeine.cache.Ticker;
import io.nordwand.farm.Build;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.FarmException;
import io.nordwand.farm.FarmFixtures;
import io.nordwand.farm.FarmSource;
import io.nordwand.farm.Preview;
import io.nordwand.farm.PrinterId;
import io.nordwand.farm.PrinterReport;
import io.nordwand.farm.QueueReading;
import io.nordwand.farm.Trouble;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** A source of builds and pictures whose calls a test ends by hand, with a clock that a test moves. */
final class FakeBuilds implements FarmSource {

    final Deque<Sinks.One<List<Build>>> lists = new ArrayDeque<>();
    final Deque<Sinks.One<Preview>> pictures = new ArrayDeque<>();
    final AtomicInteger calls = new AtomicInteger();
    private long nanos;

    Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return FarmFixtures.NOW.plusNanos(nanos);
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }

    Ticker ticker() {
        return () -> nanos;
    }

    void pass(Duration time) {
        nanos += time.toNanos();
    }

    static FarmException unavailable() {
        return new FarmException(new Trouble.Unavailable("Eiger can’t be reached.", null));
    }

    @Override
    public Mono<List<Build>> builds() {
        calls.incrementAndGet();
        Sinks.One<List<Build>> call = Sinks.one();
        lists.add(call);
        return call.asMono();
    }

    @Override
    public Mono<Preview> preview(BuildId build) {
        calls.incrementAndGet();
        Sinks.One<Preview> call = Sinks.one();
        pictures.add(call);
        return call.asMono();
    }

    @Override
    public Mono<List<PrinterReport>> printers() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Mono<PrinterReport> printer(PrinterId printer) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Mono<QueueReading> queue(PrinterId printer) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Mono<Build> build(BuildId build) {
        throw new UnsupportedOperationException();
    }
}
