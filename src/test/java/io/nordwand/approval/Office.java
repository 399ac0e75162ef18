package io.nordwand.approval;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.nordwand.farm.BuildId;
import io.nordwand.farm.FarmException;
import io.nordwand.farm.Trouble;
import io.nordwand.farm.record.ApprovalCommands;
import io.nordwand.farm.record.Approved;
import io.nordwand.farm.record.BuildRecord;
import io.nordwand.history.ApprovableBuilds;
import io.nordwand.history.ApprovalState;
import io.nordwand.history.Approvals;
import io.nordwand.history.Mirrors;
import io.nordwand.history.Progress;
import io.nordwand.history.Records;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Eiger's approved set and the copy of its builds, as a test sets them; tells what was sent and read. */
final class Office implements Approvals, ApprovalCommands, ApprovableBuilds {

    static final Instant NOW = Instant.parse("2026-02-12T14:32:08Z");

    /** Everything that was asked of Eiger, in order. */
    final List<String> calls = new CopyOnWriteArrayList<>();

    final List<BuildRecord> builds = new ArrayList<>();

    /** The truth. */
    volatile Approved truth = Approved.OFF;

    volatile ApprovalState state = ApprovalState.NONE;

    /** Takes the place of a good answer to a write, after it was done. */
    volatile Supplier<Mono<Void>> answer = Mono::empty;

    /** Whether a write is done at all. */
    volatile boolean works = true;

    /** What happens right before a write. */
    volatile Runnable before = () -> {};

    volatile @Nullable Trouble unreadable;

    void reset(int count) {
        calls.clear();
        builds.clear();
        for (int i = 0; i < count; i++) {
            builds.add(Records.build(i, NOW));
        }
        truth = Approved.OFF;
        state = ApprovalState.NONE;
        answer = Mono::empty;
        works = true;
        before = () -> {};
        unreadable = null;
    }

    static BuildId id(int number) {
        return Records.build(number, NOW).build().id();
    }

    static Approved of(Integer... numbers) {
        return Approved.of(List.of(numbers).stream().map(Office::id).toList());
    }

    /** The set is that, and known to be. */
    void is(Approved set) {
        truth = set;
        state = new ApprovalState(set, NOW, false, null);
    }

    List<String> writes() {
        return calls.stream().filter(call -> !call.equals("read")).toList();
    }

    @Override
    public ApprovalState current() {
        return state;
    }

    @Override
    public Flux<ApprovalState> changes() {
        return Flux.never();
    }

    @Override
    public Mono<Approved> read() {
        return Mono.fromSupplier(() -> {
            calls.add("read");
            Trouble trouble = unreadable;
            if (trouble != null) {
                throw new FarmException(trouble);
            }
            is(truth);
            return truth;
        });
    }

    @Override
    public Mono<Void> approve(Set<BuildId> approved) {
        return write("put " + approved.size(), Approved.of(approved));
    }

    @Override
    public Mono<Void> disable() {
        return write("delete", Approved.OFF);
    }

    private Mono<Void> write(String call, Approved set) {
        return Mono.defer(() -> {
            before.run();
            calls.add(call);
            if (works) {
                truth = set;
            }
            return answer.get();
        });
    }

    @Override
    public Mono<Slice> search(String text, Show show, int page, int size) {
        List<BuildRecord> found = builds.stream()
                .filter(record ->
                        record.build().title().toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT)))
                .filter(record -> show == Show.ALL || (truth.on() && isApproved(record) == (show == Show.APPROVED)))
                .toList();
        return Mono.just(
                new Slice(found.stream().skip((page - 1L) * size).limit(size).toList(), found.size()));
    }

    private boolean isApproved(BuildRecord record) {
        return truth.builds().contains(record.build().id());
    }

    @Override
    public Mono<Map<BuildId, BuildRecord>> of(Collection<BuildId> ids) {
        Map<BuildId, BuildRecord> found = new LinkedHashMap<>();
        builds.stream()
                .filter(record -> ids.contains(record.build().id()))
                .forEach(record -> found.put(record.build().id(), record));
        return Mono.just(found);
    }

    /** The copy of the builds is whole and fresh. */
    Mirrors mirrors() {
        Mirrors mirrors = mock(Mirrors.class);
        when(mirrors.progress(Mirrors.Copy.BUILDS)).thenReturn(new Progress(true, 120, NOW, false, null));
        return mirrors;
    }
}
