package io.nordwand.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.farm.Farm;
import io.nordwand.farm.FarmException;
import io.nordwand.farm.Farms;
import io.nordwand.farm.PrinterId;
import io.nordwand.farm.QueueReading;
import io.nordwand.farm.Trouble;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class OpeningsTests {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final List<PrinterId> read = new ArrayList<>();

    private final Farms farms = new Farms() {
        @Override
        public Farm current() {
            return Farm.none();
        }

        @Override
        public Flux<Farm> updates() {
            return Flux.never();
        }

        @Override
        public Mono<QueueReading> refresh(PrinterId printer) {
            read.add(printer);
            return Mono.error(new FarmException(new Trouble.Unavailable("Eiger is out of order.", null)));
        }
    };

    @Test
    void aPrinterIsReadOnceForManyWhoOpenItAtATime() {
        Openings openings = new Openings(farms, clock());
        PrinterId one = new PrinterId("1");
        PrinterId two = new PrinterId("2");
        openings.opened(one);
        openings.opened(one);
        openings.opened(two);
        now.set(Instant.EPOCH.plusSeconds(4));
        openings.opened(one);
        assertThat(read).containsExactly(one, two);
        now.set(Instant.EPOCH.plusSeconds(5));
        openings.opened(one);
        assertThat(read).containsExactly(one, two, one);
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return Objects.requireNonNull(now.get());
            }
        };
    }
}
