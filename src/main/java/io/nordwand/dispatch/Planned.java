package io.nordwand.dispatch;

import io.nordwand.farm.Build;
import io.nordwand.farm.EntryId;
import io.nordwand.farm.FarmCommands;
import io.nordwand.farm.PrinterId;
import io.nordwand.farm.QueueEntry;
import io.nordwand.farm.QueueReading;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Carries out the steps of a plan one after the other. Nothing is sent unless all printers and builds could be read and
 * are as the person saw them; each step is taken down as on its way before its call, and each step that leans on an
 * earlier one is preceded by a fresh reading. Since appending comes before taking out, a fault doubles a job rather than
 * losing it; whatever is not certain ends the run, and what is left can be continued by a person.
 */
@Component
class Planned {

    private final Preflight preflight;
    private final Watch watch;
    private final Leftovers leftovers;
    private final Actions actions;
    private final AppendStep append;
    private final RemoveStep remove;

    Planned(
            Preflight preflight,
            FarmCommands commands,
            Sending sending,
            Watch watch,
            RecentJobs jobs,
            Leftovers leftovers,
            Actions actions) {
        this.preflight = preflight;
        this.watch = watch;
        this.leftovers = leftovers;
        this.actions = actions;
        this.append = new AppendStep(commands, sending, watch, jobs, actions);
        this.remove = new RemoveStep(commands, sending, watch, actions);
    }

    /** Carries the action out; what it emits has ended. */
    Flux<Action> run(Action action) {
        return preflight.plan(action, scene -> {
            Action named = named(action, scene);
            return objection(named, scene)
                    .map(Flux::just)
                    .orElseGet(() -> steps(Course.of(named, scene.readings())).flux());
        });
    }

    private Mono<Action> steps(Course start) {
        return Mono.just(start)
                .expand(course -> course.goesOn() && !actions.closing() ? step(course) : Mono.empty())
                .last()
                .flatMap(this::seen)
                .map(Course::ended);
    }

    private Mono<Course> step(Course course) {
        Mono<Course> next = course.step().kind() == Step.Kind.APPEND ? append.run(course) : remove.run(course);
        return next.map(after -> after.with(actions.update(after.action().now(Standing.RUNNING))));
    }

    /** So that pages show all queues as they are now, and nothing is done that they contradict. */
    private Mono<Course> seen(Course course) {
        Action action = course.action();
        return Flux.fromIterable(action.printers())
                .filter(printer -> action.steps().stream()
                        .noneMatch(step -> step.result() == Step.Result.REMOVED
                                && step.printer().equals(printer)))
                .flatMap(watch::look)
                .then(leftovers.settled(action, action.steps()))
                .map(steps -> course.with(action.with(steps)));
    }

    private static Action named(Action action, Preflight.Scene scene) {
        List<Step> steps = action.steps().stream()
                .map(step -> named(step, scene)
                        .at(scene.reading(step.printer()).printer().displayName()))
                .toList();
        Build build = action.build() == null ? null : scene.builds().get(action.build());
        Action named = action.with(steps);
        return build == null ? named : named.about(Wording.title(build));
    }

    private static Step named(Step step, Preflight.Scene scene) {
        EntryId id = step.entry();
        if (id == null) {
            Build build = step.build() == null ? null : scene.builds().get(step.build());
            return build == null ? step : step.titled(Wording.title(build));
        }
        return scene.find(id).map(entry -> step.titled(Wording.title(entry))).orElse(step);
    }

    private static Optional<Action> objection(Action action, Preflight.Scene scene) {
        return changed(action, scene)
                .map(printer -> action.now(
                        Standing.CHANGED, scene.reading(printer).printer().displayName()))
                .or(() -> action.steps().stream()
                        .filter(step -> step.kind() == Step.Kind.APPEND)
                        .flatMap(step -> unfit(step, scene).stream())
                        .findFirst()
                        .map(action::now));
    }

    private static Optional<Standing> unfit(Step step, Preflight.Scene scene) {
        Build build = scene.builds().get(Objects.requireNonNull(step.build()));
        return Fit.objection(
                scene.reading(step.printer()).printer(), Objects.requireNonNull(build, "a build that was read"));
    }

    /** The printer whose queue is not what the person saw, or that lacks an entry of the plan. */
    private static Optional<PrinterId> changed(Action action, Preflight.Scene scene) {
        return action.expected().entrySet().stream()
                .filter(seen -> !seen.getValue().equals(ids(scene.reading(seen.getKey()))))
                .map(Map.Entry::getKey)
                .findFirst()
                .or(() -> action.steps().stream()
                        .filter(step -> step.kind() == Step.Kind.REMOVE)
                        .filter(step -> !waits(step, scene.reading(step.printer())))
                        .map(Step::printer)
                        .findFirst());
    }

    /** Where the build is known, the entry must be of that build: another one would be appended for it. */
    private static boolean waits(Step step, QueueReading now) {
        return Reading.find(now, Objects.requireNonNull(step.entry(), "a step that takes out names its entry"))
                .filter(entry -> step.build() == null || Reading.isOf(entry, step.build()))
                .isPresent();
    }

    private static List<EntryId> ids(QueueReading reading) {
        return reading.queue().entries().stream().map(QueueEntry::id).toList();
    }
}
