package io.nordwand.dispatch;

import io.nordwand.audit.Actor;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.EntryId;
import io.nordwand.farm.Printer;
import io.nordwand.farm.PrinterId;
import io.nordwand.farm.Trouble;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that somebody asked a printer to do, and how far it got.
 *
 * @param id identifies the action on pages; not the one-time id of the form
 * @param operation what to do
 * @param printer where
 * @param printerName its name at that moment
 * @param actor who asked
 * @param group what was asked for at several printers at once shares one; else its own id
 * @param build build to add, print or send, else null
 * @param subject title of the build concerned, blank while not known
 * @param entries entry to remove or to print, or entries to take out or to move
 * @param expected the queue of each printer as the person saw it, where the plan depends on it; else empty
 * @param seen what the person saw, in words, for the audit; may be blank
 * @param startedAt when it was asked for
 * @param progress what became of it so far
 */
public record Action(
        String id,
        Operation operation,
        PrinterId printer,
        String printerName,
        Actor actor,
        String group,
        @Nullable BuildId build,
        String subject,
        List<EntryId> entries,
        Map<PrinterId, List<EntryId>> expected,
        String seen,
        Instant startedAt,
        Progress progress) {
    public Action {
        entries = List.copyOf(entries);
        expected = Map.copyOf(expected);
    }

    /** What the intent asks for, not yet sent. The group is null for an action on its own. */
    static Action of(Intent intent, Printer printer, @Nullable String group, Instant now) {
        String id = UUID.randomUUID().toString();
        List<EntryId> entries = intent.entries();
        boolean takesOut = intent.operation().takesOut();
        List<Step> steps = !takesOut || !intent.plan().isEmpty()
                ? intent.plan()
                : entries.stream()
                        .map(entry -> Step.remove(printer.id(), entry, null, Wording.title(printer, entry)))
                        .toList();
        return new Action(
                id,
                intent.operation(),
                intent.printer(),
                printer.report().displayName(),
                intent.actor(),
                group == null ? id : group,
                intent.build(),
                subject(intent, printer),
                entries,
                intent.expected(),
                intent.seen(),
                now,
                Progress.begun(steps, now));
    }

    private static String subject(Intent intent, Printer printer) {
        if (!intent.plan().isEmpty()) {
            return intent.plan().get(0).title();
        }
        return intent.operation().takesOut() || intent.entries().isEmpty()
                ? ""
                : Wording.title(printer, intent.entries().get(0));
    }

    /** User name of who asked. */
    public String by() {
        return actor.name();
    }

    /** All printers that it touches, its own first. */
    public Set<PrinterId> printers() {
        Set<PrinterId> all = new LinkedHashSet<>(List.of(printer));
        steps().forEach(step -> all.add(step.printer()));
        return all;
    }

    /** How far it got. */
    public Stage stage() {
        return progress.standing().stage();
    }

    /** How it stands. */
    public Standing standing() {
        return progress.standing();
    }

    /** When it last changed. */
    public Instant changedAt() {
        return progress.changedAt();
    }

    /** Call by call, where it takes several. */
    public List<Step> steps() {
        return progress.steps();
    }

    /** Key of the words on what became of that step of it; what has not been tried may still come as long as it runs. */
    public String word(Step step) {
        boolean toCome = !stage().ended() && step.result() == Step.Result.NOT_TRIED;
        return toCome ? "dispatch.step.to-come" : step.word();
    }

    /** Whether its steps tell more than its outcome does. */
    public boolean stepsTellMore() {
        return steps().size() > 1
                || steps().stream()
                        .anyMatch(step -> step.result() != Step.Result.ADDED && step.result() != Step.Result.REMOVED);
    }

    /** Whether a person can go on with what it left: nobody has, as far as these actions of its printer show. */
    public boolean canGoOn(List<Action> others) {
        boolean last = others.stream()
                .filter(other -> !other.id().equals(id) && other.group().equals(group))
                .allMatch(other -> other.startedAt().isBefore(startedAt));
        return last && !Left.of(this).isEmpty();
    }

    /** Copies that wait though the job was gone from its old place before it was taken out: it may be printed twice. */
    public List<Step> overtaken() {
        if (standing() != Standing.OVERTAKEN) {
            return List.of();
        }
        return steps().stream()
                .filter(step -> step.kind() == Step.Kind.APPEND && step.made() != null)
                .filter(step -> steps().stream()
                        .anyMatch(other -> other.kind() == Step.Kind.REMOVE
                                && other.result() == Step.Result.ALREADY_GONE
                                && Objects.equals(other.entry(), step.entry())))
                .toList();
    }

    /** The entry that should be out but was still in the queue at the end, so that it can be asked for again; or null. */
    public @Nullable EntryId still() {
        return standing() == Standing.STILL_THERE || standing() == Standing.KEPT ? entries.get(0) : null;
    }

    /** Key of the sentence about it; the one with {@code .more} says what to do. */
    public String message() {
        return "action." + operation.key() + "." + progress.standing().key();
    }

    /** What the sentence names: build, printer, details. */
    public Object[] arguments() {
        List<Object> all = new ArrayList<>(List.of(subject, printerName));
        all.addAll(progress.details());
        return all.toArray();
    }

    /** Eiger's sentence on what went wrong, or null. */
    public @Nullable String detail() {
        Trouble trouble = progress.trouble();
        return trouble == null ? null : trouble.sentence();
    }

    /** Eiger's reference to quote to support, or null. */
    public @Nullable String reference() {
        Trouble trouble = progress.trouble();
        return trouble == null ? null : trouble.reference();
    }

    Action about(String newSubject) {
        return new Action(
                id,
                operation,
                printer,
                printerName,
                actor,
                group,
                build,
                newSubject,
                entries,
                expected,
                seen,
                startedAt,
                progress);
    }

    Action with(Progress newProgress) {
        return new Action(
                id,
                operation,
                printer,
                printerName,
                actor,
                group,
                build,
                subject,
                entries,
                expected,
                seen,
                startedAt,
                newProgress);
    }

    /** The action as it stands now; an earlier trouble is forgotten, the steps are kept. */
    Action now(Standing standing, Object... details) {
        if (!standing.befits(operation)) {
            throw new IllegalArgumentException(operation + " can't stand at " + standing);
        }
        return with(progress.now(standing, List.of(details)));
    }

    /** With that result of that step; the same without such a step. */
    Action marked(int step, Step.Result result) {
        if (step < 0) {
            return this;
        }
        List<Step> marked = new ArrayList<>(steps());
        marked.set(step, marked.get(step).with(result));
        return with(marked);
    }

    Action because(@Nullable Trouble trouble) {
        return with(progress.because(trouble));
    }

    Action with(List<Step> steps) {
        return with(progress.with(steps));
    }
}
