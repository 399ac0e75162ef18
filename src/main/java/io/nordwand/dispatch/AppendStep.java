package io.nordwand.dispatch;

import io.nordwand.dispatch.Step.Result;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.EntryId;
import io.nordwand.farm.FarmCommands;
import io.nordwand.farm.PrinterId;
import io.nordwand.farm.QueueReading;
import io.nordwand.farm.Trouble;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/**
 * Appends a build as one step of a plan. A lost answer is looked for in the queue and never sent again (field note 47).
 * A copy is made only of what still waits: of what has started meanwhile it would be printed once more.
 */
class AppendStep {

    private final FarmCommands commands;
    private final Sending sending;
    private final Watch watch;
    private final RecentJobs jobs;
    private final Actions actions;

    AppendStep(FarmCommands commands, Sending sending, Watch watch, RecentJobs jobs, Actions actions) {
        this.commands = commands;
        this.sending = sending;
        this.watch = watch;
        this.jobs = jobs;
        this.actions = actions;
    }

    Mono<Course> run(Course course) {
        return ground(course).flatMap(seen -> seen.over() ? Mono.just(seen) : send(seen));
    }

    private Mono<Course> ground(Course course) {
        PrinterId origin = course.origin(course.step());
        EntryId original = course.step().entry();
        boolean readJustNow = course.next() == 0;
        if (origin == null || original == null || readJustNow) {
            return Mono.just(course);
        }
        return watch.read(origin)
                .map(now -> Reading.holds(now, original)
                        ? course.seeing(origin, now)
                        : course.seeing(origin, now).stopped(Standing.MOVED_ON))
                .onErrorResume(error ->
                        Mono.just(course.because(Preflight.trouble(error)).stopped()));
    }

    private Mono<Course> send(Course course) {
        Step step = course.step();
        BuildId build = Objects.requireNonNull(step.build(), "a step that appends names its build");
        Course going = course.marked(Result.SENDING);
        Course sent = going.with(actions.update(going.action()));
        return sending.once(
                        sent.action(),
                        Call.append(step.printer(), build, course.known(step.printer())),
                        () -> commands.append(step.printer(), build))
                .flatMap(answer -> answer.fold(
                        entry -> Mono.just(sent.made(Result.ADDED, entry)),
                        trouble -> failed(sent, trouble, answer.claimed(), build)));
    }

    private Mono<Course> failed(Course course, Trouble trouble, boolean claimed, BuildId build) {
        Course troubled = course.because(trouble);
        if (!(trouble instanceof Trouble.OutcomeUnknown)) {
            return Mono.just(troubled.marked(Standing.unsent(trouble) ? Result.NOT_TRIED : Result.REFUSED)
                    .stopped());
        }
        actions.update(troubled.action().now(Standing.CHECKING).because(trouble));
        PrinterId printer = course.step().printer();
        AtomicBoolean touched = new AtomicBoolean(claimed);
        Function<QueueReading, Optional<Course>> found = now -> {
            touched.compareAndSet(false, Reading.touched(now, troubled.expected(printer), build));
            return found(troubled, now, build);
        };
        return watch.until(printer, found)
                .switchIfEmpty(Mono.defer(() -> watch.look(printer)
                        .flatMap(now -> Mono.justOrEmpty(found.apply(now))
                                .switchIfEmpty(missing(troubled.seeing(printer, now), touched.get(), build)))))
                .defaultIfEmpty(troubled.marked(Result.UNKNOWN).stopped());
    }

    /** Not there: where others changed the queue meanwhile, they may have started it or taken it out. */
    private Mono<Course> missing(Course course, boolean touched, BuildId build) {
        Mono<Boolean> perhaps = touched
                ? Mono.just(true)
                : jobs.anySince(course.action(), course.step().printer(), build);
        return perhaps.map(
                done -> course.marked(done ? Result.UNKNOWN : Result.NOT_FOUND).stopped());
    }

    /** An entry of that build that nobody knew of before: ours, or somebody else's. */
    private static Optional<Course> found(Course course, QueueReading now, BuildId build) {
        return now.queue().entries().stream()
                .filter(entry -> !course.knows(course.step().printer(), entry.id()) && Reading.isOf(entry, build))
                .findFirst()
                .map(entry -> course.seeing(course.step().printer(), now).made(Result.FOUND_ADDED, entry.id()));
    }
}
