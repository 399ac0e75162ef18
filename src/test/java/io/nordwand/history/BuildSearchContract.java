package io.nordwand.history;

import static io.nordwand.farm.FarmFixtures.NOW;
import static io.nordwand.history.BuildShelf.build;
import static io.nordwand.history.BuildShelf.job;
import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.database.Database;
import io.nordwand.farm.Build;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.Needs;
import io.nordwand.farm.record.Approval;
import io.nordwand.farm.record.BuildRecord;
import io.nordwand.history.BuildRuns.InState;
import io.nordwand.history.BuildRuns.Runs;
import io.nordwand.history.BuildSearch.Choices;
import io.nordwand.history.BuildSearch.Found;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the search for builds promises on every database. */
abstract class BuildSearchContract {

    private static final Duration LONG = Duration.ofSeconds(30);

    private BuildShelf shelf;
    private BuildSearch search;

    abstract Database database();

    @BeforeEach
    void open() {
        shelf = new BuildShelf(database());
        search = shelf.search();
    }

    private Found find(BuildFilter filter, BuildSort sort, long skipped, int most) {
        Found found =
                Objects.requireNonNull(search.find(filter, sort, skipped, most).block(LONG));
        return found;
    }

    private List<String> titles(BuildFilter filter) {
        Found found = find(filter, BuildSort.NEWEST, 0, 50);
        assertThat(found.count()).isEqualTo(found.builds().size());
        return found.builds().stream().map(record -> record.build().title()).toList();
    }

    private List<String> sorted(BuildSort sort) {
        return find(BuildFilter.ALL, sort, 0, 50).builds().stream()
                .map(record -> record.build().title())
                .toList();
    }

    private static BuildFilter text(String text) {
        return new BuildFilter(text, "", "", null, null, null, null, null, null);
    }

    private static BuildFilter material(String material) {
        return new BuildFilter("", "", material, null, null, null, null, null, null);
    }

    private static BuildFilter series(String series) {
        return new BuildFilter("", series, "", null, null, null, null, null, null);
    }

    private static BuildFilter sliced(boolean sliced) {
        return new BuildFilter("", "", "", sliced, null, null, null, null, null);
    }

    private static BuildFilter approval(Approval approval) {
        return new BuildFilter("", "", "", null, approval, null, null, null, null);
    }

    private static BuildFilter parts(@Nullable Integer fewest, @Nullable Integer most) {
        return new BuildFilter("", "", "", null, null, fewest, most, null, null);
    }

    private static BuildFilter made(@Nullable Instant from, @Nullable Instant before) {
        return new BuildFilter("", "", "", null, null, null, null, from, before);
    }

    private static BuildRecord with(
            String title,
            String series,
            @Nullable String primary,
            @Nullable String secondary,
            @Nullable Double need,
            @Nullable Duration estimate,
            @Nullable Integer parts,
            @Nullable Boolean sliced,
            @Nullable Boolean approved,
            @Nullable Instant createdAt) {
        return BuildShelf.record(new Build(
                new BuildId("id-" + title),
                title,
                series,
                parts,
                primary,
                secondary,
                new Needs(need, null, null),
                estimate,
                sliced,
                approved,
                createdAt));
    }

    private static BuildRecord unknown(String title) {
        return with(title, "", null, null, null, null, null, null, null, null);
    }

    @Test
    void findsNothingInAnEmptyCopy() {
        assertThat(find(BuildFilter.ALL, BuildSort.NEWEST, 0, 50)).isEqualTo(new Found(List.of(), 0));
        assertThat(search.choices().block(LONG)).isEqualTo(Choices.NONE);
        assertThat(search.build(new BuildId("b")).blockOptional(LONG)).isEmpty();
    }

    @Test
    void givesABuildAsItWasKept() {
        BuildRecord build = build("Gripper finger v7", NOW);
        shelf.builds(build, unknown("Nothing known"));
        assertThat(search.build(new BuildId("BUILD-gripper finger V7")).block(LONG))
                .isEqualTo(build);
        assertThat(search.build(new BuildId("id-nothing known")).block(LONG)).isEqualTo(unknown("Nothing known"));
        assertThat(find(text("gripper"), BuildSort.NEWEST, 0, 1).builds()).containsExactly(build);
    }

    @ParameterizedTest
    @CsvSource({
        "gripper,             Gripper finger v7",
        "FINGER v7,           Gripper finger v7",
        "v7 grip,             Gripper finger v7",
        "trager,              Träger 100%_x!",
        "TRÄGER,              Träger 100%_x!",
        "100%_x!,             Träger 100%_x!",
        "0%_,                 Träger 100%_x!",
        "build-drill jig,     Drill jig",
    })
    void everyTypedWordOccursInTheTitle(String typed, String title) {
        shelf.builds(build("Gripper finger v7", NOW), build("Träger 100%_x!", NOW), build("Drill jig", NOW));
        assertThat(titles(text(typed))).containsExactly(title);
    }

    @ParameterizedTest
    @CsvSource({"gripper drill", "g%r", "v_", "build-drill", "' or 1=1 --"})
    void signsOfTheSearchLanguageAreLettersLikeOthers(String typed) {
        shelf.builds(build("Gripper finger v7", NOW), build("Drill jig", NOW));
        assertThat(titles(text(typed))).isEmpty();
    }

    @Test
    void aLongTextIsNoTrouble() {
        shelf.builds(build("Gripper", NOW));
        assertThat(titles(text("gripper ".repeat(20)))).containsExactly("Gripper");
    }

    @Test
    void materialsAreComparedAsWordsOnEitherSpool() {
        shelf.builds(
                with("A", "FX20", "ULTEM™ 9085 Filament", null, 1.0, null, 1, true, null, NOW),
                with("B", "FX20", "ultem  9085 filament", "Carbon Fiber", 1.0, null, 1, true, null, NOW),
                with("C", "X7", "Onyx", "ULTEM 9085 Filament", 1.0, null, 1, true, null, NOW),
                with("D", "X7", "Onyx FR", null, 1.0, null, 1, true, null, NOW));
        assertThat(titles(material("ULTEM 9085 filament"))).containsExactlyInAnyOrder("A", "B", "C");
        assertThat(titles(material("carbon fiber"))).containsExactly("B");
        assertThat(titles(material("Onyx"))).containsExactly("C");
        assertThat(titles(material("Copper"))).isEmpty();
        Choices choices = Objects.requireNonNull(search.choices().block(LONG));
        assertThat(choices.materials())
                .as("one spelling each")
                .hasSize(4)
                .contains("Carbon Fiber", "Onyx", "Onyx FR")
                .anyMatch(name -> name.startsWith("ULTEM"));
    }

    @Test
    void seriesAreComparedInAnyLetterCase() {
        shelf.builds(
                with("A", "Metal X", "Onyx", null, 1.0, null, 1, true, null, NOW),
                with("B", "metal x ", "Onyx", null, 1.0, null, 1, true, null, NOW),
                with("C", "Weaver", "Onyx", null, 1.0, null, 1, true, null, NOW),
                unknown("D"));
        assertThat(titles(series("METAL X"))).containsExactlyInAnyOrder("A", "B");
        assertThat(titles(series("Weaver"))).containsExactly("C");
        Choices choices = Objects.requireNonNull(search.choices().block(LONG));
        assertThat(choices.series()).hasSize(2).element(1).isEqualTo("Weaver");
    }

    @Test
    void whatIsNotKnownFitsNoFilterOnIt() {
        shelf.builds(
                with("yes", "X7", "Onyx", null, 1.0, null, 3, true, true, NOW),
                with("no", "X7", "Onyx", null, 1.0, null, 0, false, false, NOW.minusSeconds(60)),
                unknown("unknown"));
        assertThat(titles(sliced(true))).containsExactly("yes");
        assertThat(titles(sliced(false))).containsExactly("no");
        assertThat(titles(approval(Approval.YES))).containsExactly("yes");
        assertThat(titles(approval(Approval.NO))).containsExactly("no");
        assertThat(titles(approval(Approval.OFF))).containsExactly("unknown");
        assertThat(titles(parts(0, null))).containsExactly("yes", "no");
        assertThat(titles(parts(1, 3))).containsExactly("yes");
        assertThat(titles(parts(null, 2))).containsExactly("no");
        assertThat(titles(made(NOW, null))).containsExactly("yes");
        assertThat(titles(made(null, NOW))).containsExactly("no");
        assertThat(titles(made(NOW.minusSeconds(60), NOW.plusSeconds(1)))).containsExactly("yes", "no");
        assertThat(titles(BuildFilter.ALL)).containsExactly("yes", "no", "unknown");
    }

    @Test
    void allFiltersHoldTogether() {
        shelf.builds(
                with("Gear A", "X7", "Onyx", null, 1.0, null, 3, true, true, NOW),
                with("Gear B", "X7", "Onyx", null, 1.0, null, 3, true, false, NOW),
                with("Gear C", "FX20", "Onyx", null, 1.0, null, 3, true, true, NOW),
                with("Jig", "X7", "Onyx", null, 1.0, null, 3, true, true, NOW));
        BuildFilter all = new BuildFilter(
                "gear", "x7", "onyx", true, Approval.YES, 3, 3, NOW.minusSeconds(1), NOW.plusSeconds(1));
        assertThat(titles(all)).containsExactly("Gear A");
    }

    @Test
    void sortsWithWhatIsNotKnownLast() {
        shelf.builds(
                with("b long", "X7", "Onyx", null, 5.0, Duration.ofHours(9), 1, true, null, NOW.minusSeconds(9)),
                with("Ä short", "X7", "Onyx", null, 500.0, Duration.ofHours(1), 1, true, null, NOW),
                unknown("c unknown"));
        assertThat(sorted(BuildSort.NEWEST)).containsExactly("Ä short", "b long", "c unknown");
        assertThat(sorted(BuildSort.OLDEST)).containsExactly("c unknown", "b long", "Ä short");
        assertThat(sorted(BuildSort.TITLE)).containsExactly("Ä short", "b long", "c unknown");
        assertThat(sorted(BuildSort.LONGEST)).containsExactly("b long", "Ä short", "c unknown");
        assertThat(sorted(BuildSort.MATERIAL)).containsExactly("Ä short", "b long", "c unknown");
    }

    @Test
    void pagesHoldEachBuildOnceAlsoWhereAllAreEqual() {
        shelf.builds(IntStream.range(0, 23)
                .mapToObj(i -> BuildShelf.record(new Build(
                        new BuildId("id-" + i * 37 % 23),
                        "same",
                        "X7",
                        1,
                        "Onyx",
                        null,
                        new Needs(1.0, null, null),
                        Duration.ofHours(1),
                        true,
                        null,
                        NOW)))
                .toList());
        for (BuildSort sort : BuildSort.values()) {
            List<BuildId> ids = new ArrayList<>();
            for (int page = 0; page < 4; page++) {
                Found found = find(BuildFilter.ALL, sort, page * 10L, 10);
                assertThat(found.count()).isEqualTo(23);
                found.builds().forEach(record -> ids.add(record.build().id()));
            }
            assertThat(ids).as("sorted by " + sort).hasSize(23).doesNotHaveDuplicates();
        }
    }

    @Test
    void runsAreCountedByStateAndTheBacklogApart() {
        BuildRecord gear = build("Gear", NOW);
        shelf.jobs(
                job("j-1", gear, "Completed", "X7-01", NOW.minusSeconds(900), NOW.minusSeconds(800)),
                job("j-2", gear, "completed", "X7-01", NOW.minusSeconds(700), NOW.minusSeconds(600)),
                job("j-3", gear, "Failed", null, NOW.minusSeconds(500), NOW.minusSeconds(400)),
                job("j-4", gear, "Teleported", null, null, null),
                job("j-5", gear, "Backlogged", null, NOW.minusSeconds(300), null),
                job("j-6", build("Jig", NOW), "Failed", null, NOW, NOW));
        Runs runs = Objects.requireNonNull(
                shelf.runs().of(new BuildId("BUILD-gear")).block(LONG));
        assertThat(runs.newest())
                .extracting(job -> job.id().value())
                .as("the newest first")
                .containsExactly("j-3", "j-2", "j-1", "j-4");
        assertThat(runs.waiting()).extracting(job -> job.id().value()).containsExactly("j-5");
        assertThat(runs.waitingCount()).isEqualTo(1);
        assertThat(runs.states().get(0).count()).isEqualTo(2);
        assertThat(runs.states()).contains(new InState("Failed", 1), new InState("Teleported", 1));
        assertThat(runs.in("COMPLETED")).isEqualTo(2);
        assertThat(runs.in("Canceled")).isZero();
        assertThat(runs.count()).isEqualTo(4);
        assertThat(shelf.runs().of(new BuildId("none")).block(LONG)).isEqualTo(Runs.NONE);
    }
}
