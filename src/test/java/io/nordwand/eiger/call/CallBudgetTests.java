package io.nordwand.eiger.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

class CallBudgetTests {

    private static final Duration LONGEST = Duration.ofSeconds(20);

    @Test
    void neverMoreThanTheLimitRunAtOnce() {
        CallBudget budget = new CallBudget(4, LONGEST);
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Mono<Integer> call = Mono.defer(() -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            return Mono.delay(Duration.ofMillis(3)).map(tick -> running.decrementAndGet());
        });

        StepVerifier.create(Flux.range(0, 60)
                        .flatMap(i -> budget.run(i % 5 == 0, call), 60)
                        .count())
                .expectNext(60L)
                .expectComplete()
                .verify(LONGEST);
        assertThat(most).hasValue(4);
    }

    @Test
    void writesGoFirst() {
        CallBudget budget = new CallBudget(1, LONGEST);
        Sinks.Empty<String> first = Sinks.empty();
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        Mono<String> running = budget.run(false, first.asMono());
        Mono<String> read = budget.run(false, named("read", order));
        Mono<String> write = budget.run(true, named("write", order));

        StepVerifier.create(Flux.merge(running, read, write, Mono.fromRunnable(first::tryEmitEmpty)))
                .expectNextCount(2)
                .expectComplete()
                .verify(LONGEST);
        assertThat(order).containsExactly("write", "read");
    }

    @Test
    void whoeverGivesUpLeavesNoTurnBehind() {
        CallBudget budget = new CallBudget(1, LONGEST);
        for (int i = 0; i < 50; i++) {
            Disposable running = budget.run(false, Mono.never()).subscribe();
            Disposable waiting = budget.run(false, Mono.never()).subscribe();
            if (i % 2 == 0) {
                running.dispose();
                waiting.dispose();
            } else {
                waiting.dispose();
                running.dispose();
            }
        }
        StepVerifier.create(budget.run(false, Mono.error(new IllegalStateException("x"))))
                .expectErrorMessage("x")
                .verify(LONGEST);
        StepVerifier.create(budget.run(false, Mono.just("free")))
                .expectNext("free")
                .expectComplete()
                .verify(LONGEST);
    }

    @Test
    void aTurnThatNeverComesIsGivenUpUnsent() {
        CallBudget budget = new CallBudget(1, Duration.ofMillis(50));
        Disposable running = budget.run(false, Mono.never()).subscribe();
        AtomicInteger sent = new AtomicInteger();

        StepVerifier.create(budget.run(true, Mono.fromSupplier(sent::incrementAndGet)))
                .expectError(CallBudget.NoTurnException.class)
                .verify(LONGEST);
        assertThat(sent).hasValue(0);
        running.dispose();
    }

    private static Mono<String> named(String name, List<String> order) {
        return Mono.fromSupplier(() -> {
            order.add(name);
            return name;
        });
    }
}
