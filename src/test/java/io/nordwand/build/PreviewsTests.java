package io.nordwand.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.build.Previews.Picture;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.Preview;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;

class PreviewsTests {

    private final FakeBuilds source = new FakeBuilds();
    private final Previews previews = new Previews(source, source.ticker());

    private List<Picture> ask(String id) {
        List<Picture> got = new ArrayList<>();
        previews.of(new BuildId(id)).subscribe(got::add);
        return got;
    }

    private void answer(int bytes) {
        source.pictures
                .remove()
                .tryEmitValue(new Preview("image/png", new byte[bytes]))
                .orThrow();
    }

    @Test
    void allWhoAskForOnePictureShareOneLoad() {
        Disposable gone = previews.of(new BuildId("a")).subscribe();
        List<List<Picture>> all = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            all.add(ask("a"));
        }
        gone.dispose();
        answer(10);
        assertThat(all).allSatisfy(got -> assertThat(got).hasSize(1));
        assertThat(source.calls).hasValue(1);
    }

    @Test
    void twoAreLoadedAtATimeAndTheOthersWaitTheirTurn() {
        List<List<Picture>> all = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            all.add(ask("p" + i));
        }
        assertThat(source.calls).hasValue(2);
        answer(10);
        assertThat(source.calls).hasValue(3);
        source.pictures.remove().tryEmitError(FakeBuilds.unavailable()).orThrow();
        assertThat(source.calls).hasValue(4);
        while (!source.pictures.isEmpty()) {
            answer(10);
        }
        assertThat(all).allSatisfy(got -> assertThat(got).hasSize(1));
        assertThat(source.calls).hasValue(10);
    }

    @Test
    void picturesAreKeptFiftyMinutesNoneFiveAndFailuresHalfAMinute() {
        ask("found");
        answer(10);
        ask("none");
        source.pictures.remove().tryEmitEmpty().orThrow();
        ask("failed");
        source.pictures.remove().tryEmitError(FakeBuilds.unavailable()).orThrow();
        assertThat(source.calls).hasValue(3);

        source.pass(Duration.ofSeconds(29));
        assertThat(asksAnew("failed")).isFalse();
        source.pass(Duration.ofSeconds(2));
        assertThat(asksAnew("failed")).isTrue();
        assertThat(asksAnew("none")).isFalse();
        source.pass(Duration.ofMinutes(5));
        assertThat(asksAnew("none")).isTrue();
        source.pass(Duration.ofMinutes(44));
        assertThat(asksAnew("found")).isFalse();
        source.pass(Duration.ofMinutes(1));
        assertThat(asksAnew("found")).isTrue();
    }

    private boolean asksAnew(String id) {
        int before = source.calls.get();
        ask(id);
        boolean asked = source.calls.get() > before;
        if (asked) {
            answer(1);
        }
        return asked;
    }

    @Test
    void noMoreThanSixtyFourMebibytesAreKept() {
        for (int i = 0; i < 40; i++) {
            ask("p" + i);
            answer(4 << 20);
        }
        long asked = 0;
        for (int i = 0; i < 40; i++) {
            asked += asksAnew("p" + i) ? 1 : 0;
        }
        assertThat(asked).isGreaterThanOrEqualTo(24);
    }
}
