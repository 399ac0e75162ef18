package io.nordwand.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nordwand.dispatch.ReorderPlan.Job;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.EntryId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReorderPlanTests {

    /** Letters are builds, {@code ?} is a build that is not known; the entry's id is its place. */
    private static List<Job> queue(String letters) {
        return IntStream.range(0, letters.length())
                .mapToObj(i -> new Job(
                        new EntryId(String.valueOf(i)),
                        letters.charAt(i) == '?' ? null : new BuildId(letters.substring(i, i + 1)),
                        letters.substring(i, i + 1)))
                .toList();
    }

    private static List<EntryId> order(int... places) {
        return Arrays.stream(places)
                .mapToObj(i -> new EntryId(String.valueOf(i)))
                .toList();
    }

    private static String letters(List<Job> jobs) {
        return String.join("", jobs.stream().map(Job::title).toList());
    }

    private static ReorderPlan plan(String queue, int... wanted) {
        return ReorderPlan.of(queue(queue), order(wanted));
    }

    private static String calls(ReorderPlan plan) {
        return letters(plan.changes());
    }

    @Test
    void whatIsInOrderAlreadyNeedsNothing() {
        assertThat(plan("ABC", 0, 1, 2).changes()).isEmpty();
        assertThat(plan("", new int[0]).changes()).isEmpty();
    }

    @Test
    void toTheEndIsOneAppendAndOneRemoval() {
        assertThat(calls(plan("ABC", 1, 2, 0))).isEqualTo("A");
        assertThat(plan("ABC", 1, 2, 0).steps(Bench.X7, "X7-01"))
                .extracting(Step::kind)
                .containsExactly(Step.Kind.APPEND, Step.Kind.REMOVE);
    }

    @Test
    void toTheFrontAllThatIsPassedIsAppendedAgain() {
        assertThat(calls(plan("ABCD", 3, 0, 1, 2))).isEqualTo("ABC");
        assertThat(calls(plan("ABCD", 0, 1, 3, 2))).isEqualTo("C");
    }

    @Test
    void jobsOfOneBuildAreAlike() {
        assertThat(plan("ABA", 2, 1, 0).changes()).isEmpty();
        assertThat(calls(plan("AAB", 0, 2, 1))).isEqualTo("A");
    }

    @Test
    void aJobOfUnknownBuildStaysWhereItCan() {
        assertThat(plan("?AB", 0, 2, 1).stuck()).isEmpty();
        assertThat(calls(plan("?AB", 0, 2, 1))).isEqualTo("A");
        assertThat(letters(plan("A?B", 1, 0, 2).result())).isEqualTo("?AB");

        ReorderPlan behind = plan("?AB", 1, 0, 2);
        assertThat(letters(behind.stuck())).isEqualTo("?");
        assertThat(letters(behind.result())).isEqualTo("?AB");
        assertThat(behind.changes()).isEmpty();

        ReorderPlan last = plan("?AB", 2, 1, 0);
        assertThat(letters(last.result())).isEqualTo("?BA");
        assertThat(calls(last)).isEqualTo("A");
    }

    @Test
    void anOrderOfOtherJobsIsNoOrder() {
        assertThatThrownBy(() -> plan("AB", 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> plan("AB", 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> plan("AB", 0, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = 3000)
    void drawnOrdersComeOutAsWantedWithoutEverMissingAJob(int runs) {
        for (int seed = 0; seed < runs; seed++) {
            Random random = new Random(seed);
            List<Job> present = queue(drawn(random, "ABCD"));
            List<EntryId> wanted = shuffled(present, random);
            ReorderPlan plan = ReorderPlan.of(present, wanted);

            assertThat(carriedOut(present, plan)).as("seed %s", seed).isEqualTo(titles(present, wanted));
            assertThat(letters(plan.result())).as("seed %s", seed).isEqualTo(titles(present, wanted));
            assertThat(plan.stuck()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = 3000)
    void withUnknownBuildsItComesOutAsThePlanSays(int runs) {
        for (int seed = 0; seed < runs; seed++) {
            Random random = new Random(seed);
            List<Job> present = queue(drawn(random, "AB?"));
            List<EntryId> wanted = shuffled(present, random);
            ReorderPlan plan = ReorderPlan.of(present, wanted);

            String got = carriedOut(present, plan);
            assertThat(got).as("seed %s", seed).isEqualTo(letters(plan.result()));
            assertThat(got.equals(titles(present, wanted)) || !plan.stuck().isEmpty())
                    .as("seed %s: %s wanted %s", seed, letters(present), wanted)
                    .isTrue();
            assertThat(plan.changes()).allMatch(job -> job.build() != null);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = 150)
    void noOrderTakesFewerCalls(int runs) {
        for (int seed = 0; seed < runs; seed++) {
            Random random = new Random(seed);
            List<Job> present = queue(drawn(random, "ABC").substring(0, random.nextInt(4) + 1));
            List<EntryId> wanted = shuffled(present, random);
            ReorderPlan plan = ReorderPlan.of(present, wanted);
            assertThat(2 * plan.changes().size())
                    .as("seed %s: %s wanted %s", seed, letters(present), wanted)
                    .isEqualTo(fewest(letters(present), titles(present, wanted)));
        }
    }

    private static String drawn(Random random, String builds) {
        StringBuilder letters = new StringBuilder("ABCA".substring(0, random.nextInt(2) + 3));
        int length = random.nextInt(8);
        for (int i = 0; i < length; i++) {
            letters.append(builds.charAt(random.nextInt(builds.length())));
        }
        return letters.toString();
    }

    private static List<EntryId> shuffled(List<Job> jobs, Random random) {
        List<EntryId> ids = new ArrayList<>(jobs.stream().map(Job::id).toList());
        Collections.shuffle(ids, random);
        return ids;
    }

    private static String titles(List<Job> jobs, List<EntryId> order) {
        return String.join(
                "",
                order.stream()
                        .map(id -> jobs.get(Integer.parseInt(id.value())).title())
                        .toList());
    }

    /** A model queue that only appends and takes out; a job whose original is gone before its copy came would be missing. */
    private static String carriedOut(List<Job> present, ReorderPlan plan) {
        List<Job> model = new ArrayList<>(present);
        Map<String, Long> atLeast = count(present);
        for (Step step : plan.steps(Bench.X7, "X7-01")) {
            if (step.kind() == Step.Kind.APPEND) {
                String letter = Objects.requireNonNull(step.build()).value();
                model.add(new Job(new EntryId("new-" + model.size() + step.entry()), step.build(), letter));
            } else {
                assertThat(model.removeIf(job -> job.id().equals(step.entry()))).isTrue();
            }
            count(model).forEach((title, n) -> assertThat(n).isGreaterThanOrEqualTo(atLeast.getOrDefault(title, 0L)));
        }
        return letters(model);
    }

    private static Map<String, Long> count(List<Job> jobs) {
        Map<String, Long> counts = new HashMap<>();
        jobs.forEach(job -> counts.merge(job.title(), 1L, Long::sum));
        return counts;
    }

    /** By trying out everything: fewest appends and removals from one order to the other. */
    private static int fewest(String from, String to) {
        Map<String, Integer> calls = new HashMap<>(Map.of(from, 0));
        Deque<String> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            String queue = open.remove();
            int next = Objects.requireNonNull(calls.get(queue)) + 1;
            if (queue.equals(to)) {
                return next - 1;
            }
            List<String> reached = new ArrayList<>();
            if (queue.length() < 2 * from.length()) {
                from.chars().distinct().forEach(letter -> reached.add(queue + (char) letter));
            }
            for (int i = 0; i < queue.length(); i++) {
                reached.add(queue.substring(0, i) + queue.substring(i + 1));
            }
            for (String each : reached) {
                if (calls.putIfAbsent(each, next) == null) {
                    open.add(each);
                }
            }
        }
        throw new AssertionError("not to be had");
    }
}
