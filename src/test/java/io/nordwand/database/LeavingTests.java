package io.nordwand.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** What happens to work whose subscriber does not wait for it. */
class LeavingTests {

    private final Database database = TestDatabase.h2();

    @Test
    void workIsNotInterruptedWhenItsSubscriberLeaves() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch left = new CountDownLatch(1);
        Sinks.One<Boolean> interrupted = Sinks.one();
        Disposable subscriber = database.call(jdbc -> {
                    begun.countDown();
                    boolean disturbed = !waited(left);
                    jdbc.sql("insert into setting values ('kept', 'yes', current_timestamp, 'lena')")
                            .update();
                    interrupted.tryEmitValue(disturbed);
                    return 1;
                })
                .subscribe();
        assertThat(waited(begun)).isTrue();
        subscriber.dispose();
        left.countDown();

        assertThat(interrupted.asMono().block(Duration.ofSeconds(10))).isFalse();
        assertThat(Mono.defer(() -> database.call(jdbc -> jdbc.sql("select content from setting where name = 'kept'")
                                .query(String.class)
                                .optional()
                                .orElse(null)))
                        .repeatWhenEmpty(times -> times.delayElements(Duration.ofMillis(20)))
                        .block(Duration.ofSeconds(10)))
                .isEqualTo("yes");
    }

    private static boolean waited(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException broken) {
            return false;
        }
    }
}
