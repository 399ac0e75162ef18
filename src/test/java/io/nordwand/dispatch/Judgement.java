package io.nordwand.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.database.Database;
import io.nordwand.farm.EntryId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What must hold after a run, told from the simulated shop's truth, the audit log's rows and what pages show. */
final class Judgement {

    private final RandomRun run;
    private final Map<Long, List<String>> outcomes;

    Judgement(RandomRun run, Database database) {
        this.run = run;
        this.outcomes = Objects.requireNonNull(database.now(
                        jdbc -> jdbc.sql("select deed, kind from audit_outcome where deed >= :first order by id")
                                .param("first", run.deeds.first())
                                .query((row, number) -> Map.entry(row.getLong("deed"), row.getString("kind")))
                                .list()))
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    void pass() {
        nothingIsLeftOpen();
        run.deeds.all().stream().filter(deed -> deed.deed.printer() != null).forEach(this::theAuditTellsTheTruth);
        everyEntryIsExplained();
        actions().forEach(this::thePageTellsTheTruth);
        aRestartKnowsAllOfItAgain();
    }

    private List<Action> actions() {
        return run.granted.values().stream().map(run.program.actions::latest).toList();
    }

    private void nothingIsLeftOpen() {
        assertThat(run.program.actions.open()).as("open actions").isEmpty();
    }

    private String verdict(Deeds.Entry deed) {
        List<String> all = outcomes.getOrDefault(deed.id.value(), List.of("none"));
        return all.get(all.size() - 1);
    }

    private void theAuditTellsTheTruth(Deeds.Entry deed) {
        String what = deed.deed.operation() + " " + deed.id + " " + outcomes.get(deed.id.value()) + " of "
                + brief(run.granted.get(deed.deed.action()));
        assertThat(deed.calls).as("calls for " + what).isLessThanOrEqualTo(1);
        assertThat(deed.effects).as("effects of " + what).isLessThanOrEqualTo(1);
        boolean perhapsOthers = deed.deed.operation().equals("append");
        boolean gone = deed.deed.operation().equals("remove");
        switch (verdict(deed)) {
            case "done" -> assertThat(deed.effects).as(what).isEqualTo(1);
            case "not-done" -> assertThat(deed.effects).as(what).isZero();
            case "found-done" -> {
                if (!perhapsOthers && !gone) {
                    assertThat(deed.effects).as(what).isEqualTo(1);
                }
            }
            case "found-not-done" ->
                assertThat(deed.effects == 0 || tookSomebodyItOut(deed))
                        .as(what)
                        .isTrue();
            case "cant-tell" -> assertThat(deed.calls).as(what).isLessThanOrEqualTo(1);
            default -> assertThat(verdict(deed)).as(what).isEqualTo("known");
        }
        boolean several = outcomes.getOrDefault(deed.id.value(), List.of()).stream()
                        .filter(kind -> !kind.equals("unknown") && !kind.equals("cant-tell"))
                        .count()
                > 1;
        assertThat(several).as("several verdicts for " + what).isFalse();
    }

    /** An entry that somebody took out again before it was looked for is not found by any reading. */
    private boolean tookSomebodyItOut(Deeds.Entry append) {
        EntryId made = new EntryId(String.valueOf(append.made));
        boolean byDeed = run.deeds.all().stream()
                .anyMatch(deed ->
                        deed.deed.operation().equals("remove") && made.equals(deed.deed.entry()) && deed.effects == 1);
        return append.deed.operation().equals("append") && (byDeed || run.takenByOthers.contains(made));
    }

    /** Each entry that waits was there before, was added by other people, or came of exactly one deed. */
    private void everyEntryIsExplained() {
        Map<String, Long> made = run.deeds.all().stream()
                .filter(deed -> deed.deed.operation().equals("append") && deed.effects == 1)
                .collect(Collectors.groupingBy(deed -> String.valueOf(deed.made), Collectors.counting()));
        for (var printer : run.shop.printers) {
            for (var entry : run.shop.waiting(printer)) {
                EntryId id = new EntryId(entry.id().toString());
                boolean wished = entry.requester() != null;
                if (!run.shop.foreign.contains(id) && !wished) {
                    assertThat(made).as("deeds that made " + id).containsEntry(id.value(), 1L);
                }
            }
        }
    }

    private void thePageTellsTheTruth(Action action) {
        List<Deeds.Entry> deeds = run.deeds.of(action);
        int effects = deeds.stream().mapToInt(deed -> deed.effects).sum();
        String what = brief(action) + " with " + effects + " effects";
        if (action.standing() == Standing.RUNNING) {
            assertThat(deeds).as("never began: " + what).isEmpty();
            return;
        }
        if (action.stage() == Stage.REFUSED && action.standing() != Standing.UNUSABLE) {
            assertThat(effects).as(what).isZero();
        }
        if (action.stage() == Stage.DONE) {
            done(action, deeds, what);
        }
        neverMoreThanAsked(action, deeds, what);
        copiesComeFirst(action, deeds, what);
    }

    private void done(Action action, List<Deeds.Entry> deeds, String what) {
        switch (action.operation()) {
            case REMOVE, CLEAR, WITHDRAW ->
                assertThat(run.shop.queue(action.printer())).as(what).doesNotContainAnyElementsOf(action.entries());
            case PRINT ->
                assertThat(deeds.stream().filter(deed -> deed.deed.operation().equals("print")))
                        .as(what)
                        .allMatch(deed -> deed.effects == 1)
                        .hasSize(1);
            case ADD -> {
                if (action.standing() != Standing.FOUND) {
                    assertThat(deeds).as(what).hasSize(1).allMatch(deed -> deed.effects == 1);
                }
            }
            case SEND, MOVE, REORDER -> {
                boolean all =
                        action.steps().stream().allMatch(step -> step.result().done());
                assertThat(all).as(what).isTrue();
            }
        }
    }

    private static void neverMoreThanAsked(Action action, List<Deeds.Entry> deeds, String what) {
        Map<String, Long> wanted = action.steps().stream()
                .collect(Collectors.groupingBy(
                        step -> step.kind().key()
                                + step.printer()
                                + (step.kind() == Step.Kind.APPEND ? step.build() : step.entry()),
                        Collectors.counting()));
        Function<Deeds.Entry, String> key = deed -> deed.deed.operation()
                + deed.deed.printer()
                + (deed.deed.operation().equals("append") ? deed.deed.build() : deed.deed.entry());
        deeds.stream()
                .collect(Collectors.groupingBy(key, Collectors.counting()))
                .forEach((call, times) ->
                        assertThat(times).as(call + ": " + what).isLessThanOrEqualTo(wanted.getOrDefault(call, 1L)));
    }

    /** A job that is moved is never taken out before its copy was appended. */
    private static void copiesComeFirst(Action action, List<Deeds.Entry> deeds, String what) {
        Set<EntryId> copied = action.steps().stream()
                .filter(step -> step.kind() == Step.Kind.APPEND && step.entry() != null)
                .map(Step::entry)
                .collect(Collectors.toSet());
        int appended = effects(deeds, deed -> deed.deed.operation().equals("append"));
        int removed =
                effects(deeds, deed -> deed.deed.operation().equals("remove") && copied.contains(deed.deed.entry()));
        assertThat(removed).as(what).isLessThanOrEqualTo(appended);
    }

    private static int effects(List<Deeds.Entry> deeds, Predicate<Deeds.Entry> which) {
        return deeds.stream().filter(which).mapToInt(deed -> deed.effects).sum();
    }

    private void aRestartKnowsAllOfItAgain() {
        List<Action> before = actions();
        run.restart(Integer.MAX_VALUE, false);
        Set<Action> after = new HashSet<>(actions());
        for (Action action : before) {
            boolean began = action.standing() != Standing.RUNNING;
            if (began && !run.program.actions.recent(action.printer()).isEmpty()) {
                assertThat(after).as("after one more restart").anyMatch(now -> isKnownAgain(action, now));
            }
        }
    }

    /** As it was; only what nobody could tell before may be known by now. */
    private static boolean isKnownAgain(Action before, Action now) {
        boolean late = before.standing() == Standing.UNREAD || before.standing() == Standing.UNCONFIRMED;
        return now.equals(before) || (late && now.id().equals(before.id()) && now.standing() == Standing.LISTED);
    }

    private String brief(@Nullable Action action) {
        if (action == null) {
            return "nothing granted";
        }
        Action now = run.program.actions.latest(action);
        return now.operation() + " " + now.standing() + " " + now.progress().details() + " steps "
                + now.steps().stream().map(Step::result).toList() + " sent "
                + now.progress().sent().stream()
                        .map(sent -> sent.call().operation() + " " + sent.known())
                        .toList();
    }
}
