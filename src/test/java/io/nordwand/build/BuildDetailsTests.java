package io.nordwand.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.farm.BuildId;
import io.nordwand.farm.FarmException;
import io.nordwand.farm.FarmFixtures;
import io.nordwand.farm.Trouble;
import io.nordwand.farm.record.BuildDetail;
import io.nordwand.history.BuildShelf;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

class BuildDetailsTests {

    private static final Trouble DOWN = new Trouble.Unavailable("Eiger is out of order.", null);
    private static final BuildId ID = new BuildId("b-1");

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger calls = new AtomicInteger();
    private final Deque<Mono<BuildDetail>> answers = new ArrayDeque<>();
    private final BuildDetail detail =
            new BuildDetail(BuildShelf.build("Gear", FarmFixtures.NOW), List.of(), List.of());
    private final BuildDetails details = new BuildDetails(
            build -> {
                calls.incrementAndGet();
                return answers.remove();
            },
            Clock.fixed(FarmFixtures.NOW, ZoneOffset.UTC),
            nanos::get);

    private void look(boolean there) {
        StepVerifier.create(details.of(ID))
                .assertNext(look -> assertThat(look.detail() != null).isEqualTo(there))
                .verifyComplete();
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void isReadOnceForAllWhoLookWithinTwoMinutes() {
        answers.add(Mono.just(detail));
        answers.add(Mono.just(detail));
        look(true);
        pass(Duration.ofSeconds(119));
        look(true);
        assertThat(calls).hasValue(1);
        pass(Duration.ofSeconds(2));
        look(true);
        assertThat(calls).hasValue(2);
    }

    @Test
    void aFailedReadingIsTriedAgainAfterTenSeconds() {
        answers.add(Mono.error(new FarmException(DOWN)));
        answers.add(Mono.just(detail));
        look(false);
        pass(Duration.ofSeconds(9));
        StepVerifier.create(details.of(ID))
                .assertNext(look -> assertThat(look.trouble()).isEqualTo(DOWN))
                .verifyComplete();
        pass(Duration.ofSeconds(2));
        look(true);
        assertThat(calls).hasValue(2);
    }

    @Test
    void aReadingGoesOnWhenThoseWhoAskedLeave() {
        Sinks.One<BuildDetail> late = Sinks.one();
        answers.add(late.asMono());
        StepVerifier.create(details.of(ID)).expectSubscription().thenCancel().verify();
        late.tryEmitValue(detail);
        look(true);
        assertThat(calls).hasValue(1);
    }
}
