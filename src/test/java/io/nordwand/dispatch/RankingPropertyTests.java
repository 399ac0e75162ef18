package io.nordwand.dispatch;

import static io.nordwand.farm.FarmFixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.dispatch.Suitability.Fitness;
import io.nordwand.farm.Build;
import io.nordwand.farm.Caution;
import io.nordwand.farm.FarmFixtures;
import io.nordwand.farm.Material;
import io.nordwand.farm.MaterialFinding;
import io.nordwand.farm.Printer;
import io.nordwand.farm.PrinterId;
import io.nordwand.farm.StateGroup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Laws of the ranking and of the spreading, over farms drawn by a seed; the seed of a failure is its parameter. */
class RankingPropertyTests {

    static LongStream seeds() {
        return LongStream.range(0, 150);
    }

    private static final Comparator<Suitability> ORDER = Suitability.BEST_FIRST;

    private final List<Shop> shops = new ArrayList<>();
    private Build build = Shop.gripper();

    private Ranking drawn(Random dice) {
        shops.clear();
        build = Shop.build(
                "Wanted",
                dice.nextInt(10) == 0 ? "" : "X7",
                dice.nextInt(8) == 0 ? null : dice.nextInt(300) * 1.0,
                dice.nextInt(3) == 0 ? null : dice.nextInt(40) * 1.0,
                dice.nextInt(8) == 0 ? null : Duration.ofMinutes(1 + dice.nextInt(2000)));
        IntStream.range(0, 1 + dice.nextInt(12)).forEach(i -> shops.add(shop(dice, "P" + i)));
        return ranking(shops);
    }

    private Ranking ranking(List<Shop> all) {
        return Ranking.of(
                FarmFixtures.farm(all.stream().map(Shop::open).toArray(Printer[]::new)), build, Shop.FORECASTS, NOW);
    }

    static Shop shop(Random dice, String name) {
        Shop shop = Shop.ready(name)
                .first(
                        List.of("Onyx", "Onyx", "Onyx", "Nylon").get(dice.nextInt(4)),
                        dice.nextInt(6) == 0 ? null : 1.0 + dice.nextInt(900))
                .second(second(dice));
        shop = switch (dice.nextInt(8)) {
            case 0 -> shop.state("Fiber Jam", StateGroup.HANDS);
            case 1 -> shop.state("Offline", StateGroup.OFF);
            case 2 -> shop.state("Who knows", StateGroup.UNKNOWN);
            case 3, 4, 5 -> shop.printing(Duration.ofMinutes(1 + dice.nextInt(3000)));
            default -> shop;
        };
        shop = dice.nextInt(6) == 0 ? shop.series(dice.nextBoolean() ? "FX20" : "") : shop;
        shop = dice.nextInt(10) == 0 ? shop.queue(null) : shop.queue(queue(dice));
        shop = dice.nextInt(10) == 0 ? shop.readAt(NOW.minus(Duration.ofHours(1))) : shop;
        return dice.nextInt(6) == 0 ? shop.cautioned(Caution.MAINTENANCE_DUE) : shop;
    }

    private static @Nullable Material second(Random dice) {
        return switch (dice.nextInt(5)) {
            case 0 -> null;
            case 1 -> Material.NONE;
            case 2 -> new Material("Kevlar", 50.0);
            default -> new Material("Carbon Fiber", 1.0 + dice.nextInt(150));
        };
    }

    private static List<Build> queue(Random dice) {
        return IntStream.range(0, dice.nextInt(4))
                .mapToObj(i -> Shop.build(
                        "Q" + i,
                        "X7",
                        dice.nextInt(10) == 0 ? null : dice.nextInt(200) * 1.0,
                        null,
                        dice.nextInt(12) == 0 ? null : Duration.ofMinutes(1 + dice.nextInt(600))))
                .toList();
    }

    private static int rank(Ranking ranking, String name) {
        return ranking.rows().stream().map(Suitability::name).toList().indexOf(name);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void itIsATotalOrderThatDoesNotDependOnTheOrderOfTheFarm(long seed) {
        Random dice = new Random(seed);
        Ranking ranking = drawn(dice);
        List<Shop> shuffled = new ArrayList<>(shops);
        Collections.shuffle(shuffled, dice);
        assertThat(ranking(shuffled)).isEqualTo(ranking);
        List<Suitability> rows = ranking.rows();
        for (int i = 0; i < rows.size(); i++) {
            for (int j = 0; j < rows.size(); j++) {
                assertThat(Integer.signum(ORDER.compare(rows.get(i), rows.get(j))))
                        .isEqualTo(Integer.compare(i, j));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anotherSeriesIsNeverAboveOneThatFits(long seed) {
        Ranking ranking = drawn(new Random(seed));
        List<Boolean> sendable =
                ranking.rows().stream().map(Suitability::sendable).toList();
        assertThat(sendable).isSortedAccordingTo(Comparator.reverseOrder());
        List<Fitness> unfit = ranking.rows().stream()
                .map(Suitability::fitness)
                .map(fitness -> fitness == Fitness.UNFIT ? Fitness.UNFIT : Fitness.FITS)
                .toList();
        assertThat(unfit).isSorted();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void moreMaterialNeverRanksLower(long seed) {
        Random dice = new Random(seed);
        Ranking before = drawn(dice);
        int chosen = dice.nextInt(shops.size());
        Shop shop = shops.get(chosen);
        Material first = shop.first();
        if (first == null || first.remainingCubicCentimetres() == null) {
            return;
        }
        shops.set(chosen, shop.first(first.name(), first.remainingCubicCentimetres() + 1 + dice.nextInt(500)));
        assertThat(rank(ranking(shops), shop.name())).isLessThanOrEqualTo(rank(before, shop.name()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anEarlierFreeTimeNeverRanksLower(long seed) {
        Random dice = new Random(seed);
        Ranking before = drawn(dice);
        int chosen = dice.nextInt(shops.size());
        Shop shop = shops.get(chosen);
        Duration left = shop.jobLeft();
        if (left == null) {
            return;
        }
        shops.set(chosen, shop.printing(left.dividedBy(2)));
        assertThat(rank(ranking(shops), shop.name())).isLessThanOrEqualTo(rank(before, shop.name()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void unknownNeverCountsAsEnough(long seed) {
        Random dice = new Random(seed);
        drawn(dice);
        int chosen = dice.nextInt(shops.size());
        Shop shop = shops.get(chosen).first("Onyx", null);
        shops.set(chosen, shop);
        Double need = build.needs().primaryCubicCentimetres();
        if (need != null && need == 0) {
            return;
        }
        Suitability row = shop.judged(build);
        assertThat(row.material()).isNotEqualTo(MaterialFinding.ENOUGH);
        assertThat(row.atOnce()).isFalse();
        assertThat(Spread.of(ranking(shops), 5, 50, Shop.FORECASTS).copies())
                .doesNotContainKey(new PrinterId("id-" + shop.name()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void spreadingLosesNothingAndIsEnoughWhereverItPutsSomething(long seed) {
        Random dice = new Random(seed);
        Ranking ranking = drawn(dice);
        int asked = 1 + dice.nextInt(30);
        int perPrinter = 1 + dice.nextInt(10);
        Spread spread = Spread.of(ranking, asked, perPrinter, Shop.FORECASTS);

        int placed =
                spread.copies().values().stream().mapToInt(Integer::intValue).sum();
        assertThat(placed + spread.left()).isEqualTo(asked);
        assertThat(spread.left()).isNotNegative();
        spread.copies().forEach((id, copies) -> {
            Suitability row = ranking.row(id).orElseThrow();
            assertThat(copies).isBetween(1, perPrinter);
            assertThat(row.fitness()).isNotEqualTo(Fitness.UNFIT);
            var forecast = Shop.FORECASTS.with(row.printer(), Collections.nCopies(copies, build));
            int size = forecast.materials().primary().takings().size();
            assertThat(forecast.materials().finding(size - 1)).isEqualTo(MaterialFinding.ENOUGH);
            assertThat(forecast.schedule().freeAt()).isNotNull();
        });
        assertThat(Spread.of(ranking, asked, perPrinter, Shop.FORECASTS)).isEqualTo(spread);
        Map<PrinterId, Integer> one =
                Spread.of(ranking, asked + 1, perPrinter, Shop.FORECASTS).copies();
        spread.copies()
                .forEach((id, copies) -> assertThat(one.getOrDefault(id, 0)).isGreaterThanOrEqualTo(copies));
    }
}
