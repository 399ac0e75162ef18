package io.nordwand.build;

import io.nordwand.farm.BuildId;
import io.nordwand.farm.FarmFixtures;
import io.nordwand.farm.JobId;
import io.nordwand.farm.Trouble;
import io.nordwand.history.Mirrors;
import io.nordwand.history.Progress;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Copies of Eiger's lists that are as old as a test says, and change when it says so. */
final class FakeMirrors implements Mirrors {

    /** A copy of everything, read at {@link FarmFixtures#NOW}. */
    static final Progress WHOLE = new Progress(true, 3, FarmFixtures.NOW, false, null);

    /** Builds that were asked for by their id. */
    final List<BuildId> refreshed = new ArrayList<>();

    private final Map<Copy, Progress> progress = new EnumMap<>(Copy.class);
    private final Sinks.Many<Copy> changes = Sinks.many().multicast().directBestEffort();
    private @Nullable Mono<Void> answer;

    FakeMirrors() {
        reset();
    }

    void reset() {
        refreshed.clear();
        answer = null;
        for (Copy copy : Copy.values()) {
            progress.put(copy, WHOLE);
        }
    }

    void set(Copy copy, Progress now) {
        progress.put(copy, now);
    }

    void troubled(Trouble trouble) {
        set(Copy.BUILDS, new Progress(true, 3, FarmFixtures.NOW.minusSeconds(900), true, trouble));
    }

    /** What a reading of one build does. */
    void answers(Mono<Void> reading) {
        answer = reading;
    }

    void changed(Copy copy) {
        changes.tryEmitNext(copy);
    }

    @Override
    public Progress progress(Copy copy) {
        return Objects.requireNonNull(progress.get(copy));
    }

    @Override
    public Flux<Copy> changes() {
        return changes.asFlux();
    }

    @Override
    public Mono<Void> refresh(Copy copy) {
        return Mono.empty();
    }

    @Override
    public Mono<Void> refresh(JobId job) {
        return Mono.empty();
    }

    @Override
    public Mono<Void> refresh(BuildId build) {
        return Mono.defer(() -> {
            refreshed.add(build);
            return answer == null ? Mono.empty() : answer;
        });
    }
}
