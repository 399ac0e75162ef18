package io.nordwand.dispatch;

import static io.nordwand.dispatch.Shop.gripper;
import static io.nordwand.dispatch.Shop.ready;
import static io.nordwand.farm.FarmFixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.dispatch.Finish.Chance;
import io.nordwand.dispatch.Finishes.Wanted;
import io.nordwand.farm.Build;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.Farm;
import io.nordwand.farm.FarmFixtures;
import io.nordwand.farm.Material;
import io.nordwand.farm.MaterialFinding;
import io.nordwand.farm.Needs;
import io.nordwand.farm.Printer;
import io.nordwand.farm.StateGroup;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** When wanted builds would be done, by example and by laws over farms drawn by a seed. */
class FinishesTests {

    private static final Instant TONIGHT = NOW.plus(Duration.ofHours(8));

    /** Free printers are said to start at a moment in steps of five minutes. */
    private static final Instant START = Instant.parse("2026-02-12T14:30:00Z");

    private static Farm farm(Shop... shops) {
        return FarmFixtures.farm(Arrays.stream(shops).map(Shop::open).toArray(Printer[]::new));
    }

    private static List<Finish> finishes(List<Wanted> wanted, Shop... shops) {
        return Finishes.inOrder(farm(shops), wanted, Shop.FORECASTS, NOW);
    }

    private static Finish finish(@Nullable Instant by, Shop... shops) {
        return finishes(List.of(new Wanted(gripper(), by)), shops).get(0);
    }

    private static String name(@Nullable Suitability suitability) {
        return suitability == null ? "nowhere" : suitability.name();
    }

    private static Instant doneAt(@Nullable Suitability suitability) {
        return Objects.requireNonNull(Objects.requireNonNull(suitability).doneAt());
    }

    @Test
    void aFreePrinterWithEnoughMaterialHasItInTime() {
        Finish finish = finish(TONIGHT, ready("busy").printing(Duration.ofHours(2)), ready("free"));
        assertThat(finish.chance()).isEqualTo(Chance.SURE);
        assertThat(name(finish.place())).isEqualTo("free");
        assertThat(doneAt(finish.place())).isEqualTo(START.plus(Duration.ofHours(5)));
        assertThat(finish.inTime()).isEqualTo(2);
        assertThat(finish.saver()).isNull();
    }

    @Test
    void theTenthIsNotPromisedTheFreePrinterThatTheFirstTakes() {
        List<Wanted> ten = IntStream.range(0, 10)
                .mapToObj(i -> new Wanted(gripper(), NOW.plus(Duration.ofHours(24))))
                .toList();
        List<Finish> finishes =
                finishes(ten, ready("one").first("Onyx", 5000.0).second(new Material("Carbon Fiber", 999.0)));
        assertThat(finishes.stream().map(each -> doneAt(each.place())))
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(finishes.stream().map(Finish::chance).distinct()).containsExactly(Chance.SURE, Chance.LATE);
        assertThat(doneAt(finishes.get(9).place())).isEqualTo(START.plus(Duration.ofMinutes(50 * 60 + 9 * 15)));
    }

    @Test
    void theMaterialThatEarlierOnesTakeIsNotThereForLaterOnes() {
        List<Wanted> two = List.of(new Wanted(gripper(), null), new Wanted(gripper(), null));
        List<Finish> finishes = finishes(two, ready("one").first("Onyx", 150.0));
        assertThat(finishes.stream().map(Finish::chance)).containsExactly(Chance.SURE, Chance.IF);
        assertThat(Objects.requireNonNull(finishes.get(1).place()).material()).isEqualTo(MaterialFinding.SHORT);
    }

    @Test
    void lateNamesTheLeastLatePrinterAndNobodyWhoWouldSaveIt() {
        Finish finish = finish(NOW.plus(Duration.ofHours(4)), ready("b").printing(Duration.ofHours(3)), ready("a"));
        assertThat(finish.chance()).isEqualTo(Chance.LATE);
        assertThat(name(finish.place())).isEqualTo("a");
        assertThat(finish.saver()).isNull();
        assertThat(finish.inTime()).isZero();
    }

    @Test
    void thePrinterThatWouldSaveALateOneIsNamed() {
        List<Wanted> two = List.of(new Wanted(gripper(), TONIGHT), new Wanted(gripper(), TONIGHT));
        Finish second = finishes(two, ready("one")).get(1);
        assertThat(second.chance()).isEqualTo(Chance.LATE);
        assertThat(name(second.saver())).isEqualTo("one");
        assertThat(doneAt(second.saver())).isEqualTo(START.plus(Duration.ofHours(5)));
    }

    @Test
    void withoutMaterialItIsInTimeOnlyIfSomebodyBringsIt() {
        Finish finish = finish(
                TONIGHT, ready("short").first("Onyx", 5.0), ready("later").printing(Duration.ofHours(6)));
        assertThat(finish.chance()).isEqualTo(Chance.IF);
        assertThat(name(finish.place())).isEqualTo("short");
        assertThat(name(finish.certain())).isEqualTo("later");
        assertThat(finish.inTime()).isZero();
    }

    @Test
    void aPrinterThatWaitsForHandsIsInTimeOnlyIfSomebodyGoesThere() {
        Shop finished = ready("finished").state("Print Finished", StateGroup.FINISHED);
        Shop busy = ready("busy").printing(Duration.ofHours(9));
        Finish finish = finish(TONIGHT, withDoneJob(finished), busy);
        assertThat(finish.chance()).isEqualTo(Chance.IF);
        assertThat(name(finish.place())).isEqualTo("finished");
        assertThat(Objects.requireNonNull(finish.place()).doneAt()).isNull();
        assertThat(name(finish.certain())).isEqualTo("busy");
        assertThat(finish.untold()).isEqualTo(1);
    }

    /** The job that lies on the bed has nothing left to do. */
    private static Shop withDoneJob(Shop shop) {
        return new Shop(
                shop.name(),
                shop.series(),
                shop.state(),
                shop.group(),
                shop.first(),
                shop.second(),
                Duration.ZERO,
                shop.queue(),
                shop.cautions(),
                shop.readAt());
    }

    @Test
    void aPlaceSureInTimeGoesBeforeAnEarlierOneThatIsNot() {
        Finish finish =
                finish(TONIGHT, ready("short").first("Onyx", 5.0), ready("busy").printing(Duration.ofHours(1)));
        assertThat(finish.chance()).isEqualTo(Chance.SURE);
        assertThat(name(finish.place())).isEqualTo("busy");
        assertThat(finish.inTime()).isEqualTo(1);
    }

    @Test
    void whatHasNoPrintTimeOrIsNotSlicedOrSuitsNoPrinterCantBeTold() {
        Build timeless = Shop.build("Timeless", "X7", 1.0, null, null);
        Build other = Shop.build("Other", "FX20", 1.0, null, Duration.ofHours(1));
        Build known = gripper();
        Build unsliced = new Build(
                new BuildId("u"),
                "U",
                "X7",
                1,
                "Onyx",
                null,
                new Needs(1.0, null, null),
                known.estimate(),
                false,
                null,
                null);
        List<Wanted> wanted = List.of(
                new Wanted(timeless, TONIGHT),
                new Wanted(other, TONIGHT),
                new Wanted(unsliced, TONIGHT),
                new Wanted(known, TONIGHT));
        List<Finish> finishes = finishes(wanted, ready("one"));
        assertThat(finishes.stream().map(Finish::chance))
                .containsExactly(Chance.UNKNOWN, Chance.UNKNOWN, Chance.UNKNOWN, Chance.SURE);
        assertThat(finishes.stream().map(Finish::fitting)).containsExactly(1, 0, 0, 1);
    }

    @Test
    void aPrinterThatIsOffOrUnreadPromisesNothing() {
        assertThat(finish(TONIGHT, ready("off").state("Offline", StateGroup.OFF))
                        .chance())
                .isEqualTo(Chance.UNKNOWN);
        assertThat(finish(TONIGHT, ready("unread").queue(null)).chance()).isEqualTo(Chance.UNKNOWN);
        assertThat(finish(TONIGHT, ready("old").readAt(NOW.minus(Duration.ofHours(1))))
                        .chance())
                .isEqualTo(Chance.UNKNOWN);
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    private static List<Wanted> wanted(Random dice) {
        return IntStream.range(0, 1 + dice.nextInt(8))
                .mapToObj(i -> new Wanted(
                        Shop.build(
                                "W" + i,
                                dice.nextInt(10) == 0 ? "" : "X7",
                                dice.nextInt(8) == 0 ? null : dice.nextInt(300) * 1.0,
                                dice.nextInt(3) == 0 ? null : dice.nextInt(40) * 1.0,
                                dice.nextInt(8) == 0 ? null : Duration.ofMinutes(1 + dice.nextInt(2000))),
                        dice.nextInt(5) == 0 ? null : NOW.plus(Duration.ofMinutes(dice.nextInt(4000)))))
                .toList();
    }

    private static List<Shop> shops(Random dice) {
        return IntStream.range(0, 1 + dice.nextInt(10))
                .mapToObj(i -> RankingPropertyTests.shop(dice, "P" + i))
                .toList();
    }

    private static Farm open(List<Shop> shops) {
        return farm(shops.toArray(Shop[]::new));
    }

    /** The quick way of a lane and the thorough one of the ranking must never disagree. */
    @ParameterizedTest
    @MethodSource("seeds")
    void aLaneTellsWhatTheRankingTells(long seed) {
        Random dice = new Random(seed);
        for (Shop shop : shops(dice)) {
            Lane lane = Lane.of(0, shop.open(), Shop.FORECASTS, NOW);
            for (Wanted each : wanted(dice)) {
                Build build = each.build();
                Suitability judged = Suitability.of(lane.printer(), build, Shop.FORECASTS, NOW);
                assertThat(lane.takes(build)).isEqualTo(judged.fitness() != Suitability.Fitness.UNFIT);
                assertThat(lane.enough(Lane.Need.of(build))).isEqualTo(judged.material() == MaterialFinding.ENOUGH);
                if (lane.takes(build)) {
                    assertThat(lane.doneAt(build.estimate())).isEqualTo(judged.doneAt());
                    Duration before = lane.before();
                    assertThat(before == null || build.estimate() == null ? null : before.plus(build.estimate()))
                            .isEqualTo(judged.work());
                }
                lane = lane.with(build, Shop.FORECASTS, NOW);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theFirstOneGoesWhereTheRankingSaysAndIsDoneThen(long seed) {
        Random dice = new Random(seed);
        Farm farm = open(shops(dice));
        Wanted first = wanted(dice).get(0);
        Finish finish =
                Finishes.inOrder(farm, List.of(first), Shop.FORECASTS, NOW).get(0);
        List<Instant> sure = Ranking.of(farm, first.build(), Shop.FORECASTS, NOW).fit().stream()
                .filter(row -> row.material() == MaterialFinding.ENOUGH)
                .map(Suitability::doneAt)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        boolean inTime = !sure.isEmpty() && (first.by() == null || !sure.get(0).isAfter(first.by()));
        assertThat(finish.chance() == Chance.SURE).isEqualTo(inTime);
        if (inTime) {
            assertThat(doneAt(finish.place())).isEqualTo(sure.get(0));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsNotKnownIsNeverInTime(long seed) {
        Random dice = new Random(seed);
        Finishes.inOrder(open(shops(dice)), wanted(dice), Shop.FORECASTS, NOW).stream()
                .filter(finish -> finish.chance() == Chance.SURE)
                .forEach(finish -> {
                    Suitability place = Objects.requireNonNull(finish.place());
                    assertThat(place.doneAt()).isNotNull();
                    assertThat(place.material()).isEqualTo(MaterialFinding.ENOUGH);
                    assertThat(place.fitness()).isNotEqualTo(Suitability.Fitness.UNFIT);
                    assertThat(finish.inTime()).isPositive();
                });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void chanceAndTimeAgree(long seed) {
        Random dice = new Random(seed);
        List<Wanted> wanted = wanted(dice);
        List<Finish> finishes = Finishes.inOrder(open(shops(dice)), wanted, Shop.FORECASTS, NOW);
        for (int i = 0; i < wanted.size(); i++) {
            Finish finish = finishes.get(i);
            Instant by =
                    wanted.get(i).by() == null ? Instant.MAX : wanted.get(i).by();
            Suitability place = finish.place();
            Instant doneAt = place == null ? null : place.doneAt();
            switch (finish.chance()) {
                case SURE -> assertThat(doneAt).isBeforeOrEqualTo(by);
                case LATE -> assertThat(doneAt).isAfter(by);
                case IF -> assertThat(doneAt == null || !doneAt.isAfter(by)).isTrue();
                case UNKNOWN -> assertThat(place).isNull();
            }
            if (finish.saver() != null) {
                assertThat(doneAt(finish.saver())).isBeforeOrEqualTo(by);
                assertThat(finish.saver().material()).isEqualTo(MaterialFinding.ENOUGH);
                assertThat(finish.chance()).isNotEqualTo(Chance.SURE);
            }
        }
    }

    /** For several it is no law: who is crowded out of a printer makes room there (a scheduling anomaly). */
    @ParameterizedTest
    @MethodSource("seeds")
    void moreLoadNeverMakesTheFirstFinishEarlier(long seed) {
        Random dice = new Random(seed);
        List<Shop> shops = new ArrayList<>(shops(dice));
        Wanted first = new Wanted(wanted(dice).get(0).build(), null);
        Instant before = earliest(shops, first);
        int loaded = dice.nextInt(shops.size());
        Shop shop = shops.get(loaded);
        if (shop.queue() == null) {
            return;
        }
        List<Build> longer = new ArrayList<>(shop.queue());
        longer.add(Shop.build("More", "X7", 1.0 * dice.nextInt(50), null, Duration.ofMinutes(1 + dice.nextInt(900))));
        shops.set(loaded, shop.queue(longer));
        assertThat(earliest(shops, first)).isAfterOrEqualTo(before);
    }

    private static Instant earliest(List<Shop> shops, Wanted wanted) {
        Finish finish = Finishes.inOrder(open(shops), List.of(wanted), Shop.FORECASTS, NOW)
                .get(0);
        boolean sure = finish.chance() == Chance.SURE;
        return sure ? doneAt(finish.place()) : Instant.MAX;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatComesLaterNeverChangesWhatComesBeforeIt(long seed) {
        Random dice = new Random(seed);
        Farm farm = open(shops(dice));
        List<Wanted> wanted = wanted(dice);
        List<Finish> all = Finishes.inOrder(farm, wanted, Shop.FORECASTS, NOW);
        for (int length = 0; length <= wanted.size(); length++) {
            assertThat(Finishes.inOrder(farm, wanted.subList(0, length), Shop.FORECASTS, NOW))
                    .isEqualTo(all.subList(0, length));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noTwoPromisesOverlapOnOnePrinter(long seed) {
        Random dice = new Random(seed);
        Finishes.inOrder(open(shops(dice)), wanted(dice), Shop.FORECASTS, NOW).stream()
                .filter(finish -> finish.place() != null && finish.place().startsAt() != null)
                .map(Finish::place)
                .collect(Collectors.groupingBy(
                        place -> Objects.requireNonNull(place).printer().id()))
                .forEach((printer, places) -> {
                    List<Suitability> sorted = new ArrayList<>(places);
                    sorted.sort(Comparator.comparing(Suitability::startsAt));
                    for (int i = 1; i < sorted.size(); i++) {
                        assertThat(sorted.get(i).startsAt())
                                .isAfterOrEqualTo(doneAt(sorted.get(i - 1)).plus(Shop.FORECASTS.turnover()));
                    }
                });
    }

    @Test
    void aThousandPrintersAndTwoHundredRequestsTakeWellUnderASecond() {
        Random dice = new Random(7);
        Farm farm = open(IntStream.range(0, 1000)
                .mapToObj(i -> RankingPropertyTests.shop(dice, "P" + i))
                .toList());
        List<Wanted> wanted = new ArrayList<>();
        while (wanted.size() < 200) {
            wanted.addAll(wanted(dice));
        }
        List<Wanted> most = wanted.subList(0, 200);
        List<Duration> times = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            long began = System.nanoTime();
            assertThat(Finishes.inOrder(farm, most, Shop.FORECASTS, NOW)).hasSize(200);
            times.add(Duration.ofNanos(System.nanoTime() - began));
        }
        assertThat(Collections.min(times)).as("%s", times).isLessThan(Duration.ofSeconds(1));
    }
}
