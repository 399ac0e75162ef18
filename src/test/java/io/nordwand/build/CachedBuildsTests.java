package io.nordwand.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.farm.Build;
import io.nordwand.farm.FarmException;
import io.nordwand.farm.FarmFixtures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;

class CachedBuildsTests {

    private final FakeBuilds source = new FakeBuilds();
    private final Builds builds = new CachedBuilds(source, source.clock());

    /** Asks for all builds; what comes is noted in the list returned. */
    private List<String> ask() {
        List<String> noted = new ArrayList<>();
        builds.all()
                .subscribe(
                        all -> noted.add(all.stream().map(Build::title).toList().toString()),
                        error -> noted.add(error.getClass().getSimpleName()));
        return noted;
    }

    private void answer(String... titles) {
        List<Build> all = Arrays.stream(titles).map(FarmFixtures::build).toList();
        source.lists.remove().tryEmitValue(all).orThrow();
    }

    @Test
    void allWhoAskShareOneReading() {
        List<List<String>> all = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            all.add(ask());
        }
        answer("Bracket");
        assertThat(all).allSatisfy(noted -> assertThat(noted).containsExactly("[Bracket]"));
        assertThat(ask()).containsExactly("[Bracket]");
        assertThat(source.calls).hasValue(1);
    }

    @Test
    void somebodyWhoGoesAwayDoesNotTakeTheReadingFromOthers() {
        Disposable gone = builds.all().subscribe();
        List<String> stays = ask();
        gone.dispose();
        answer("Bracket");
        assertThat(stays).containsExactly("[Bracket]");
    }

    @Test
    void anOldListIsServedWhileANewOneIsRead() {
        ask();
        answer("Bracket");
        source.pass(Duration.ofMinutes(3));
        assertThat(ask()).containsExactly("[Bracket]");
        assertThat(ask()).containsExactly("[Bracket]");
        assertThat(source.calls).hasValue(2);
        answer("Bracket", "Hook");
        assertThat(ask()).containsExactly("[Bracket, Hook]");
        assertThat(source.calls).hasValue(2);
    }

    @Test
    void aFailureBehindAnOldListIsNotKeptAndNotShown() {
        ask();
        answer("Bracket");
        source.pass(Duration.ofMinutes(3));
        ask();
        source.lists.remove().tryEmitError(FakeBuilds.unavailable()).orThrow();
        assertThat(ask()).containsExactly("[Bracket]");
        assertThat(source.calls).hasValue(2);
        source.pass(Duration.ofSeconds(16));
        assertThat(ask()).containsExactly("[Bracket]");
        assertThat(source.calls).hasValue(3);
    }

    @Test
    void noListIsOlderThanFiveMinutes() {
        ask();
        answer("Bracket");
        source.pass(Duration.ofMinutes(6));
        List<String> waits = ask();
        assertThat(waits).isEmpty();
        source.lists.remove().tryEmitError(FakeBuilds.unavailable()).orThrow();
        assertThat(waits).containsExactly(FarmException.class.getSimpleName());
        List<String> again = ask();
        answer("Hook");
        assertThat(again).containsExactly("[Hook]");
    }

    @Test
    void noBuildsAreAnEmptyList() {
        List<String> noted = ask();
        source.lists.remove().tryEmitEmpty().orThrow();
        assertThat(noted).containsExactly("[]");
    }
}
