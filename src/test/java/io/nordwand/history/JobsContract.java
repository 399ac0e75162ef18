package io.nordwand.history;

import static io.nordwand.farm.FarmFixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.database.Database;
import io.nordwand.farm.Build;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.FakeFarms;
import io.nordwand.farm.FarmFixtures;
import io.nordwand.farm.JobId;
import io.nordwand.farm.Needs;
import io.nordwand.farm.PrinterId;
import io.nordwand.farm.record.BuildRecord;
import io.nordwand.farm.record.Costs;
import io.nordwand.farm.record.JobRecord;
import io.nordwand.farm.record.PersonRecord;
import io.nordwand.web.MovableClock;
import io.nordwand.web.WebProperties;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** What the search of jobs promises on every database. */
abstract class JobsContract {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final ZoneId ZONE = ZoneId.of("Asia/Kathmandu");

    private final FakeFarms farms = new FakeFarms(FarmFixtures.farm());
    private final Sinks.Many<Mirrors.Copy> changes = Sinks.many().multicast().directBestEffort();
    private Database database;
    private StoredJobs jobs;

    abstract Database database();

    @BeforeEach
    void open() {
        database = database();
        WebProperties web = new WebProperties("Farm", ZONE, Locale.UK, Duration.ofHours(1));
        FigureReader figures = new FigureReader(database, new Told(changes.asFlux()), new MovableClock(NOW), web);
        jobs = new StoredJobs(database, new JobNames(), farms, figures, web);
    }

    /** Mirrors that only tell of changes. */
    private record Told(Flux<Mirrors.Copy> changes) implements Mirrors {
        @Override
        public Progress progress(Copy copy) {
            return Progress.NONE;
        }

        @Override
        public Mono<Void> refresh(Copy copy) {
            return Mono.empty();
        }

        @Override
        public Mono<Void> refresh(JobId job) {
            return Mono.empty();
        }

        @Override
        public Mono<Void> refresh(BuildId build) {
            return Mono.empty();
        }
    }

    private void put(JobRecord... records) {
        put(List.of(records));
    }

    private void put(List<JobRecord> records) {
        database.now(jdbc -> new Shelf<>(JobColumns.TABLE).put(jdbc, records));
        changes.tryEmitNext(Mirrors.Copy.JOBS);
    }

    private static JobRecord job(String id, String title, String state, @Nullable Instant started) {
        return job(id, title, state, started, "X7-01", "Lena Brunner", null);
    }

    private static JobRecord job(
            String id,
            String title,
            String state,
            @Nullable Instant started,
            String printer,
            @Nullable String initiator,
            @Nullable String requester) {
        Build build = new Build(
                new BuildId("b-" + title),
                title,
                "Desktop",
                1,
                "Onyx",
                null,
                new Needs(1.0, null, null),
                null,
                true,
                null,
                NOW);
        return new JobRecord(
                new JobId(id),
                new BuildRecord(build, NOW, null, null, Costs.UNKNOWN, Costs.UNKNOWN),
                new PrinterId("id-" + printer),
                printer,
                state,
                "Eiger",
                initiator == null ? null : new PersonRecord(null, initiator, "secret@example.com"),
                requester == null ? null : new PersonRecord("u-1", requester, null),
                null,
                started,
                started,
                NOW,
                null);
    }

    private static JobFilter text(String q) {
        return new JobFilter(q, "", "", "", "", "", null, null);
    }

    private static JobFilter state(String state) {
        return new JobFilter("", state, "", "", "", "", null, null);
    }

    private static JobFilter days(@Nullable LocalDate from, @Nullable LocalDate to) {
        return new JobFilter("", "", "", "", "", "", from, to);
    }

    private JobPage page(JobFilter filter, boolean oldest, @Nullable JobMark after, int size) {
        return Objects.requireNonNull(jobs.page(filter, oldest, after, size).block(LONG));
    }

    private List<String> found(JobFilter filter) {
        return ids(page(filter, false, null, 50));
    }

    private static List<String> ids(JobPage page) {
        return page.jobs().stream().map(job -> job.id().value()).toList();
    }

    private static Instant ago(int hours) {
        return NOW.minus(Duration.ofHours(hours));
    }

    @Test
    void jobsComeAsTheyWereKeptTheNewestFirstOrTheOldest() {
        JobRecord older = job("a", "Gripper", "Completed", ago(9));
        JobRecord newer = job("b", "Jig", "Failed", ago(1));
        put(older, newer);

        assertThat(page(JobFilter.ALL, false, null, 50).jobs()).containsExactly(newer, older);
        assertThat(page(JobFilter.ALL, true, null, 50).jobs()).containsExactly(older, newer);
        assertThat(page(JobFilter.ALL, false, null, 50).count()).isEqualTo(new JobCount(2, true));
        assertThat(jobs.job(new JobId("B")).block(LONG)).isEqualTo(newer);
        assertThat(jobs.job(new JobId("c")).block(LONG)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "gripper, a",
        "GRIPPER v7, a",
        "v7 finger, a",
        "muller, b",
        "Müller, b",
        "x7-02, b",
        "lozysko, c",
        "100%, d",
        "_, d",
        "'  jig ', b",
        "0-0-c, c",
        "B-JIG 4471, b",
        "jan, c",
        "marco jig, b",
        "4471 müller x7-02, b"
    })
    void aTextIsFoundInTitlesPrintersPeopleAndWholeIds(String typed, String id) {
        put(
                job("0-0-a", "Gripper finger v7", "Completed", ago(1)),
                job("0-0-b", "Jig 4471", "Completed", ago(2), "X7-02", "Marco Müller", null),
                job("0-0-c", "Łożysko", "Completed", ago(3), "X7-03", null, "Jan"),
                job("0-0-d", "100%_ sure", "Completed", ago(4)));

        assertThat(found(text(typed))).containsExactly("0-0-" + id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing", "gripper jig", "secret@example.com", "0-0", "%", "!"})
    void whatIsInNoNameFindsNothing(String typed) {
        put(job("0-0-a", "Gripper", "Completed", ago(1)), job("0-0-b", "Jig", "Completed", ago(1)));

        JobPage page = page(text(typed), false, null, 50);
        assertThat(page.jobs()).isEmpty();
        assertThat(page.count()).isEqualTo(new JobCount(0, true));
    }

    @Test
    void whatPrintsIsForPrintersToSay() {
        farms.show(FarmFixtures.farm(FarmFixtures.printing("X7-01", "Gripper")));
        put(
                job("JOB-X7-01", "Gripper", "Printing", ago(1)),
                job("j-2", "Jig", "printing ", ago(2)),
                job("j-3", "Cover", "Completed", ago(3)),
                job("j-4", "Hinge", "Polishing", ago(4)));

        assertThat(found(state("printing"))).containsExactly("JOB-X7-01");
        assertThat(found(state("uncertain"))).containsExactly("j-2");
        assertThat(found(state("completed"))).containsExactly("j-3");
        assertThat(found(state("polishing"))).containsExactly("j-4");

        farms.show(FarmFixtures.farm());
        assertThat(found(state("printing"))).isEmpty();
        assertThat(found(state("uncertain"))).containsExactly("JOB-X7-01", "j-2");
    }

    @Test
    void allFiltersTogetherFindWhatFulfilsEach() {
        put(
                job("a", "Gripper", "Failed", ago(1), "X7-01", "Lena", null),
                job("b", "Gripper", "Failed", ago(2), "X7-02", "Lena", null),
                job("c", "Gripper", "Completed", ago(3), "X7-01", "Lena", null),
                job("d", "Gripper", "Failed", ago(4), "X7-01", "Marco", "Lena"),
                job("e", "Gripper", "Failed", ago(5), "X7-01", "Marco", null));
        JobFilter all = new JobFilter("grip", "failed", "ID-X7-01", "b-gripper", "Lena", "eiger", null, null);

        assertThat(found(all)).containsExactly("a", "d");
        assertThat(found(new JobFilter("", "", "", "", "lena", "", null, null)))
                .as("people are named exactly")
                .isEmpty();
    }

    @Test
    void daysAreThoseOfTheZone() {
        // 2026-02-12 begins in Kathmandu at 18:15 UTC of the day before.
        put(
                job("before", "A", "Completed", Instant.parse("2026-02-11T18:14:59Z")),
                job("first", "B", "Completed", Instant.parse("2026-02-11T18:15:00Z")),
                job("last", "C", "Completed", Instant.parse("2026-02-12T18:14:59Z")),
                job("after", "D", "Completed", Instant.parse("2026-02-12T18:15:00Z")));
        LocalDate day = LocalDate.parse("2026-02-12");

        assertThat(found(days(day, day))).containsExactly("last", "first");
        assertThat(found(days(day, null))).containsExactly("after", "last", "first");
        assertThat(found(days(null, day))).containsExactly("last", "first", "before");
        assertThat(figures().days())
                .containsExactlyInAnyOrder(
                        new JobFigures.Day(LocalDate.parse("2026-02-11"), "completed", 1),
                        new JobFigures.Day(day, "completed", 2),
                        new JobFigures.Day(LocalDate.parse("2026-02-13"), "completed", 1));
    }

    private JobFigures figures() {
        return Objects.requireNonNull(jobs.figures().block(LONG));
    }

    @Test
    void figuresFollowEachChangeAndNameWhatOccurs() {
        put(job("a", "A", "Completed", ago(1), "X7-01", "Lena", "Marco"), job("b", "B", "Printing", ago(1)));
        assertThat(figures().printing()).extracting(JobFigures.Saying::id).containsExactly(new JobId("b"));
        assertThat(figures().people()).containsExactly("Lena", "Lena Brunner", "Marco");
        assertThat(figures().sources()).isEqualTo(Map.of("eiger", "Eiger"));

        put(job("b", "B", "Melted Away", ago(1)));
        assertThat(figures().printing()).isEmpty();
        assertThat(figures().states())
                .containsEntry("melted away", "Melted Away")
                .doesNotContainKey("printing");
    }

    @Test
    void jobsWithoutAnyTimeAreTheOldest() {
        JobRecord timeless =
                new JobRecord(new JobId("x"), null, null, "", "", "", null, null, null, null, null, null, null);
        put(timeless, job("a", "A", "Completed", ago(1)));

        assertThat(page(JobFilter.ALL, false, null, 50).jobs()).endsWith(timeless);
        assertThat(found(state("completed"))).containsExactly("a");
    }

    /** Whichever way a search takes, by few rows or by a walk in time, it gives the same as looking at each job. */
    @ParameterizedTest
    @CsvSource({"false", "true"})
    void leafingThroughGivesEachJobOnceWhateverTheSearch(boolean oldest) {
        List<JobRecord> all = new ArrayList<>(IntStream.range(0, 3000)
                .mapToObj(n -> job(
                        "j-%04d".formatted(n),
                        n % 3 == 0 ? "Common thing " + n % 1500 : "Rare " + n,
                        n % 10 == 0 ? "Failed" : "Completed",
                        // Many at the very same time, so that ids have to tell them apart.
                        ago(n / 7),
                        "X7-" + n % 2,
                        n % 4 == 0 ? null : "Lena",
                        n % 5 == 0 ? "Lena" : "Marco"))
                .toList());
        List<JobRecord> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, new Random(3));
        put(shuffled);
        List<JobFilter> filters = List.of(
                JobFilter.ALL,
                text("common"),
                text("rare"),
                text("x7"),
                text("lena"),
                text("rare 29"),
                text("lena rare"),
                text("x7-1 marco 29"),
                text("lena nobody"),
                state("failed"),
                state("completed"),
                new JobFilter("", "", "id-X7-1", "", "", "", null, null),
                new JobFilter("", "", "", "", "Lena", "", null, null),
                new JobFilter("x7", "completed", "id-X7-0", "", "Lena", "eiger", null, null),
                new JobFilter(
                        "rare", "", "", "", "", "", LocalDate.parse("2026-02-01"), LocalDate.parse("2026-02-10")));

        for (JobFilter filter : filters) {
            boolean apart = all.stream().noneMatch(job -> holds(job, filter.q()));
            List<String> wanted = all.stream()
                    .filter(job -> fits(filter, job, apart))
                    .map(job -> job.id().value())
                    .toList();
            List<String> got = new ArrayList<>();
            JobMark after = null;
            do {
                JobPage page = page(filter, oldest, after, 400);
                JobCount count = page.count();
                assertThat(count.exact() ? wanted.size() : count.number())
                        .as("%s", filter)
                        .isEqualTo(count.exact() ? (int) count.number() : count.number())
                        .isLessThanOrEqualTo(wanted.size());
                got.addAll(ids(page));
                after = page.next();
            } while (after != null);
            assertThat(got).as("%s", filter).containsExactlyInAnyOrderElementsOf(wanted);
            assertThat(got).as("%s", filter).isEqualTo(ordered(all, wanted, oldest));
        }
    }

    private static List<String> ordered(List<JobRecord> all, List<String> wanted, boolean oldest) {
        List<String> ordered = new ArrayList<>(all.stream()
                .sorted(Comparator.comparing((JobRecord job) -> Objects.requireNonNull(job.startedAt()))
                        .thenComparing(job -> job.id().value()))
                .map(job -> job.id().value())
                .filter(new HashSet<>(wanted)::contains)
                .toList());
        if (!oldest) {
            Collections.reverse(ordered);
        }
        return ordered;
    }

    private static List<String> fields(JobRecord job) {
        return List.of(
                Objects.requireNonNull(job.build()).build().title().toLowerCase(Locale.ROOT),
                job.printerName().toLowerCase(Locale.ROOT),
                name(job.initiator()).toLowerCase(Locale.ROOT),
                name(job.requester()).toLowerCase(Locale.ROOT));
    }

    private static boolean holds(JobRecord job, String words) {
        return fields(job).stream()
                .anyMatch(field -> Arrays.stream(words.split(" ")).allMatch(field::contains));
    }

    private static boolean fits(JobFilter filter, JobRecord job, boolean apart) {
        String names = name(job.initiator()) + "\n" + name(job.requester());
        LocalDate day = LocalDate.ofInstant(Objects.requireNonNull(job.startedAt()), ZONE);
        boolean words = filter.q().isEmpty()
                || (apart
                        ? Arrays.stream(filter.q().split(" ")).allMatch(word -> holds(job, word))
                        : holds(job, filter.q()));
        return words
                && (filter.state().isEmpty() || filter.state().equalsIgnoreCase(job.state()))
                && (filter.printer().isEmpty()
                        || filter.printer()
                                .equals(Objects.requireNonNull(job.printer()).value()))
                && (filter.person().isEmpty() || names.contains(filter.person()))
                && (filter.from() == null || !day.isBefore(filter.from()))
                && (filter.to() == null || !day.isAfter(filter.to()));
    }

    private static String name(@Nullable PersonRecord person) {
        return person == null ? "" : String.valueOf(person.name());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1~", "~a", "99999999999999999999~a", "1.5~a"})
    void placesThatMeanNothingAreNone(String text) {
        assertThat(JobMark.from(text)).isEmpty();
    }

    @Test
    void aPlaceComesBackFromItsText() {
        JobMark mark = new JobMark(Instant.parse("2026-02-12T14:32:08.123456Z"), "a~b");
        assertThat(JobMark.from(mark.text())).contains(mark);
    }
}
