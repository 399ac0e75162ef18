package io.nordwand.dispatch;

import io.nordwand.farm.BuildId;
import io.nordwand.farm.EntryId;
import io.nordwand.farm.PrinterId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The fewest calls that put a queue into another order, when all that can be done is to append and to take out (field
 * note 43): the longest beginning of the wanted order that waits in that order already stays, all else is appended again
 * in order, each before its old entry is taken out. Jobs of one build are alike. A job whose build is not known can't be
 * appended and stays, whatever was wanted.
 *
 * @param result the order that comes of it; an appended job stands under its old entry
 * @param changes what is appended again, in order
 * @param stuck jobs that can't get where they were wanted, since their build is not known
 */
record ReorderPlan(List<Job> result, List<Job> changes, List<Job> stuck) {
    ReorderPlan {
        result = List.copyOf(result);
        changes = List.copyOf(changes);
        stuck = List.copyOf(stuck);
    }

    /**
     * A waiting job.
     *
     * @param id its queue id
     * @param build its build, or null when Eiger does not say
     * @param title its title, for people
     */
    record Job(EntryId id, @Nullable BuildId build, String title) {

        boolean isLike(Job other) {
            return id.equals(other.id()) || (build != null && build.equals(other.build()));
        }
    }

    /**
     * The plan.
     *
     * @param present the queue as it is
     * @param wanted all its entries in the wanted order
     */
    static ReorderPlan of(List<Job> present, List<EntryId> wanted) {
        Map<EntryId, Job> byId = present.stream().collect(Collectors.toMap(Job::id, Function.identity()));
        if (wanted.size() != present.size() || !new HashSet<>(wanted).equals(byId.keySet())) {
            throw new IllegalArgumentException("the wanted order is not one of these jobs");
        }
        List<Job> order = wanted.stream()
                .map(id -> Objects.requireNonNull(byId.get(id), "a job of that queue"))
                .toList();
        ReorderPlan plan = plan(present, order);
        List<Job> stuck =
                plan.changes().stream().filter(job -> job.build() == null).toList();
        return stuck.isEmpty() ? plan : withStuck(present, order, stuck);
    }

    /** What can be had: all jobs of unknown build stay with those in front, the others follow in the wanted order. */
    private static ReorderPlan withStuck(List<Job> present, List<Job> order, List<Job> stuck) {
        List<Job> kept =
                kept(present, order.stream().filter(job -> job.build() != null).toList());
        Set<Job> stays = new HashSet<>(kept);
        List<Job> reachable = new ArrayList<>(present.stream()
                .filter(job -> job.build() == null || stays.contains(job))
                .toList());
        List<Job> others = new ArrayList<>(present);
        others.removeAll(reachable);
        order.stream()
                .filter(job -> job.build() != null)
                .skip(kept.size())
                .forEach(job -> reachable.add(takeLike(others, job)));
        ReorderPlan plan = plan(present, reachable);
        return new ReorderPlan(plan.result(), plan.changes(), stuck);
    }

    private static ReorderPlan plan(List<Job> present, List<Job> order) {
        List<Job> kept = kept(present, order);
        List<Job> others = new ArrayList<>(present);
        others.removeAll(kept);
        List<Job> changes = new ArrayList<>();
        for (Job job : order.subList(kept.size(), order.size())) {
            changes.add(takeLike(others, job));
        }
        List<Job> result = Stream.concat(kept.stream(), changes.stream()).toList();
        return new ReorderPlan(result, changes, List.of());
    }

    /** The entries that stand for the longest beginning of the order that waits in that order already. */
    private static List<Job> kept(List<Job> present, List<Job> order) {
        List<Job> kept = new ArrayList<>();
        for (Job job : present) {
            if (kept.size() < order.size() && job.isLike(order.get(kept.size()))) {
                kept.add(job);
            }
        }
        return kept;
    }

    /** Takes the very job, else one like it, out of the list. */
    private static Job takeLike(List<Job> jobs, Job wanted) {
        int at = jobs.indexOf(wanted);
        for (int i = 0; at < 0 && i < jobs.size(); i++) {
            at = jobs.get(i).isLike(wanted) ? i : -1;
        }
        return jobs.remove(at);
    }

    /** The calls, in order. */
    List<Step> steps(PrinterId printer, String where) {
        return changes.stream()
                .flatMap(job -> Stream.of(
                        Step.append(printer, Objects.requireNonNull(job.build(), "known"), job.title(), job.id())
                                .at(where),
                        Step.remove(printer, job.id(), job.build(), job.title()).at(where)))
                .toList();
    }
}
