package io.nordwand.dispatch;

import static io.nordwand.farm.FarmFixtures.printer;
import static io.nordwand.farm.FarmFixtures.queued;
import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.farm.FarmFixtures;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import reactor.core.publisher.Mono;

@ExtendWith(OutputCaptureExtension.class)
class ClosingTests {

    private final FakeEiger eiger = new FakeEiger(queued(printer("X7-01"), "Gear"));
    private final Bench bench = new Bench(eiger);
    private final AtomicInteger closed = new AtomicInteger();

    @AfterEach
    void endOfTime() {
        bench.close();
    }

    @Test
    void withNothingOnItsWayItClosesAtOnce() {
        bench.closing.start();
        assertThat(bench.closing.isRunning()).isTrue();
        bench.closing.stop(closed::incrementAndGet);
        bench.pass(Bench.A_MOMENT);

        assertThat(closed).hasValue(1);
        assertThat(bench.closing.isRunning()).isFalse();
    }

    @Test
    void whatIsOnItsWayIsAwaited() {
        eiger.remove.put("entry-1", () -> eiger.takesOut("entry-1").delaySubscription(Duration.ofSeconds(5)));
        Action running = bench.start(Operation.REMOVE, null, "entry-1");
        bench.closing.stop(closed::incrementAndGet);
        bench.pass(Duration.ofSeconds(1));
        assertThat(closed).hasValue(0);

        bench.pass(Duration.ofSeconds(5));
        assertThat(bench.now(running).standing()).isEqualTo(Standing.DONE);
        assertThat(closed).hasValue(1);
    }

    @Test
    void whatStaysOpenIsLoggedInOneLine(CapturedOutput output) {
        eiger.build = () -> Mono.just(FarmFixtures.build("Gear\n2026-01-01 forged line"));
        Action waiting = bench.start(Operation.PRINT, "Gear");
        assertThat(waiting.standing()).isEqualTo(Standing.WAITING);
        bench.closing.stop(closed::incrementAndGet);
        bench.pass(Bench.A_MOMENT);

        assertThat(closed).hasValue(1);
        assertThat(output.toString().lines().filter(line -> line.contains("Shut down before it was known")))
                .singleElement()
                .asString()
                .contains("print", "Gear 2026-01-01 forged line", "X7-01", "lena", "WAITING");
    }

    @Test
    void anAnswerThatNeverComesDoesNotKeepTheProgramAlive(CapturedOutput output) {
        eiger.append = Mono::never;
        bench.start(Operation.ADD, "Gear");
        bench.closing.stop(closed::incrementAndGet);
        bench.pass(Duration.ofSeconds(11));

        assertThat(closed).hasValue(1);
        assertThat(output).contains("Shut down before it was known what became of: add");
    }

    @Test
    void nothingNewIsGranted() {
        bench.closing.stop(closed::incrementAndGet);

        assertThat(bench.claim(bench.intent(Operation.ADD, "Gear")))
                .isEqualTo(new Claim.Denied(Denial.of(Denial.Reason.CLOSING)));
    }
}
