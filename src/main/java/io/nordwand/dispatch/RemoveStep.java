package io.nordwand.dispatch;

import io.nordwand.dispatch.Step.Result;
import io.nordwand.farm.EntryId;
import io.nordwand.farm.FarmCommands;
import io.nordwand.farm.PrinterId;
import io.nordwand.farm.QueueReading;
import io.nordwand.farm.Trouble;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Takes an entry out as one step of a plan. Where a copy was appended for it, that copy must be ours for certain and
 * still wait, so that the job can't get lost; and if somebody else took the entry out, or it started, the run ends, since
 * the copy would be printed in addition.
 */
class RemoveStep {

    private final FarmCommands commands;
    private final Sending sending;
    private final Watch watch;
    private final Actions actions;

    RemoveStep(FarmCommands commands, Sending sending, Watch watch, Actions actions) {
        this.commands = commands;
        this.sending = sending;
        this.watch = watch;
        this.actions = actions;
    }

    Mono<Course> run(Course course) {
        Step copy = course.copyOf(course.step());
        if (copy == null) {
            return send(course, null);
        }
        if (copy.result() != Result.ADDED || copy.made() == null) {
            return Mono.just(course.stopped(Standing.UNSURE));
        }
        return copyWaits(course, copy, copy.made())
                .flatMap(seen -> seen.over() ? Mono.just(seen) : originalWaits(seen))
                .flatMap(seen -> seen.over() ? Mono.just(seen) : send(seen, copy));
    }

    /** Eiger may show a new entry with delay; one that does not turn up was started or taken out. */
    private Mono<Course> copyWaits(Course course, Step copy, EntryId made) {
        PrinterId printer = copy.printer();
        return watch.look(printer)
                .flatMap(now -> Mono.justOrEmpty(judged(course, copy, made, now)))
                .switchIfEmpty(Mono.defer(() -> {
                    actions.update(course.action().now(Standing.CHECKING));
                    return watch.until(printer, now -> judged(course, copy, made, now));
                }))
                .defaultIfEmpty(course.stopped(Standing.COPY_GONE));
    }

    private static Optional<Course> judged(Course course, Step copy, EntryId made, QueueReading now) {
        if (Reading.holds(now, made)) {
            return Optional.of(course.seeing(copy.printer(), now));
        }
        return course.began(copy.printer(), copy.build(), now)
                ? Optional.of(course.seeing(copy.printer(), now).stopped(Standing.COPY_GONE))
                : Optional.empty();
    }

    private Mono<Course> originalWaits(Course course) {
        PrinterId printer = course.step().printer();
        return watch.read(printer)
                .map(now -> Reading.holds(now, entry(course.step()))
                        ? course.seeing(printer, now)
                        : course.seeing(printer, now)
                                .marked(Result.ALREADY_GONE)
                                .stopped(Standing.OVERTAKEN))
                .onErrorResume(error ->
                        Mono.just(course.because(Preflight.trouble(error)).stopped()));
    }

    private Mono<Course> send(Course course, @Nullable Step copy) {
        Step step = course.step();
        Course going = course.marked(Result.SENDING);
        Course sent = going.with(actions.update(going.action()));
        return sending.once(
                        sent.action(),
                        Call.remove(step.printer(), entry(step), step.build()),
                        () -> commands.remove(step.printer(), entry(step)).thenReturn(step))
                .flatMap(answer -> answer.fold(
                        gone -> Mono.just(sent.after(Result.REMOVED)), trouble -> failed(sent, copy, trouble)));
    }

    private Mono<Course> failed(Course course, @Nullable Step copy, Trouble trouble) {
        Course troubled = course.because(trouble);
        if (trouble instanceof Trouble.NotFound) {
            return denied(troubled, copy);
        }
        if (!(trouble instanceof Trouble.OutcomeUnknown)) {
            return Mono.just(troubled.marked(Standing.unsent(trouble) ? Result.NOT_TRIED : Result.REFUSED)
                    .stopped());
        }
        actions.update(troubled.action().now(Standing.CHECKING).because(trouble));
        PrinterId printer = course.step().printer();
        return watch.until(printer, now -> gone(troubled, copy, now))
                .switchIfEmpty(Mono.defer(() -> watch.look(printer)
                        .map(now -> gone(troubled, copy, now)
                                .orElseGet(() ->
                                        troubled.marked(Result.STILL_THERE).stopped()))))
                .defaultIfEmpty(troubled.marked(Result.UNKNOWN).stopped());
    }

    /** "Not found" may be said of the printer, or by something in between: only the queue tells. */
    private Mono<Course> denied(Course course, @Nullable Step copy) {
        return watch.atLast(course.step().printer())
                .map(now -> Reading.holds(now, entry(course.step()))
                        ? course.marked(Result.REFUSED).stopped()
                        : copy == null
                                ? course.after(Result.ALREADY_GONE)
                                : course.marked(Result.ALREADY_GONE).stopped(Standing.OVERTAKEN))
                .defaultIfEmpty(course.marked(Result.UNKNOWN).stopped());
    }

    /** Gone by our own call, as far as can be told; unless the printer has just begun such a job. */
    private static Optional<Course> gone(Course course, @Nullable Step copy, QueueReading now) {
        Step step = course.step();
        if (Reading.holds(now, entry(step))) {
            return Optional.empty();
        }
        return Optional.of(
                copy != null && course.began(step.printer(), step.build(), now)
                        ? course.marked(Result.ALREADY_GONE).stopped(Standing.OVERTAKEN)
                        : course.after(Result.FOUND_GONE));
    }

    private static EntryId entry(Step step) {
        return Objects.requireNonNull(step.entry(), "a step that takes out names its entry");
    }
}
