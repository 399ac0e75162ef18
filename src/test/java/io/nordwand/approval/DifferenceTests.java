package io.nordwand.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.farm.BuildId;
import io.nordwand.farm.record.Approved;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What holds for whatever sets and ticks there are; a failure names the seed that shows it again. */
class DifferenceTests {

    private static final int BUILDS = 30;

    private static BuildId id(int number) {
        return new BuildId("build-" + number);
    }

    private static Set<BuildId> some(Random random) {
        double share = random.nextDouble();
        return IntStream.range(0, BUILDS)
                .filter(i -> random.nextDouble() < share)
                .mapToObj(i ->
                        random.nextBoolean() ? id(i) : new BuildId(id(i).value().toUpperCase(Locale.ROOT)))
                .collect(Collectors.toSet());
    }

    private static Approved set(Random random) {
        return random.nextInt(5) == 0 ? Approved.OFF : Approved.of(some(random));
    }

    private static void all(BiConsumer<Random, String> law) {
        for (long seed = 1; seed <= 2_000; seed++) {
            law.accept(new Random(seed), "seed " + seed);
        }
    }

    @Test
    void whatIsGainedAndLostMakesTheNewSetOfTheOld() {
        all((random, seed) -> {
            Difference difference = new Difference(set(random), set(random));
            Set<BuildId> made = new HashSet<>(difference.before().builds());
            assertThat(difference.gained()).as(seed).noneMatch(made::contains);
            assertThat(made).as(seed).containsAll(difference.lost());
            made.addAll(difference.gained());
            made.removeIf(difference.lost()::contains);
            assertThat(made).as(seed).isEqualTo(difference.after().builds());
        });
    }

    @Test
    void aDraftChangesWhatItNamesAndNothingElse() {
        all((random, seed) -> {
            Approved now = set(random);
            Set<BuildId> shown = some(random);
            Set<BuildId> ticked = some(random);
            Draft draft = Draft.EMPTY.with(shown, now.builds(), ticked);
            Approved made = draft.of(now);

            for (int i = 0; i < BUILDS; i++) {
                boolean asked = shown.contains(id(i))
                        ? ticked.contains(id(i))
                        : now.builds().contains(id(i));
                assertThat(made.builds().contains(id(i))).as(seed).isEqualTo(asked);
                assertThat(draft.ticks(id(i), now)).as(seed).isEqualTo(asked);
            }
            Difference difference = new Difference(now, made);
            assertThat(draft.gains()).as(seed).isEqualTo(difference.gained().size());
            assertThat(draft.losses()).as(seed).isEqualTo(difference.lost().size());
            assertThat(draft.against(made)).as(seed).isEqualTo(Draft.EMPTY);
        });
    }

    @Test
    void whatOthersChangeMeanwhileStays() {
        all((random, seed) -> {
            Approved shownThen = Approved.of(some(random));
            Set<BuildId> shown = some(random);
            Draft draft = Draft.EMPTY.with(shown, shownThen.builds(), some(random));
            Approved now = Approved.of(some(random));
            Approved made = draft.of(now);
            for (int i = 0; i < BUILDS; i++) {
                if (!draft.wishes().containsKey(id(i))) {
                    assertThat(made.builds().contains(id(i)))
                            .as(seed)
                            .isEqualTo(now.builds().contains(id(i)));
                }
            }
            assertThat(draft.against(now).of(now)).as(seed).isEqualTo(made);
        });
    }

    @Test
    void aTickThatIsTakenBackIsNoWishAnyMore() {
        Set<BuildId> page = Set.of(id(1), id(2));
        Draft ticked = Draft.EMPTY.with(page, Set.of(id(2)), Set.of(id(1)));
        assertThat(ticked.gains()).isEqualTo(1);
        assertThat(ticked.losses()).isEqualTo(1);
        assertThat(ticked.with(page, Set.of(id(2)), Set.of(id(2)))).isEqualTo(Draft.EMPTY);
    }

    @Test
    void ticksOfOtherPagesStay() {
        Draft first = Draft.EMPTY.with(Set.of(id(1)), Set.of(), Set.of(id(1)));
        Draft both = first.with(Set.of(id(2)), Set.of(id(2)), Set.of());
        assertThat(both.of(Approved.of(List.of(id(2), id(3))))).isEqualTo(Approved.of(List.of(id(1), id(3))));
    }

    @Test
    void fromOffEverythingElseLosesItsPermission() {
        Difference on = new Difference(Approved.OFF, Approved.of(List.of(id(1))));
        assertThat(on.lost()).isEmpty();
        assertThat(on.stops(id(1))).isFalse();
        assertThat(on.stops(id(2))).isTrue();
        Difference less = new Difference(Approved.of(List.of(id(1), id(2))), Approved.of(List.of(id(1))));
        assertThat(less.stops(id(2))).isTrue();
        assertThat(less.stops(id(3))).as("could not be printed before either").isFalse();
        assertThat(new Difference(Approved.of(List.of()), Approved.OFF).isEmpty())
                .as("an empty set is not off")
                .isFalse();
    }
}
