package io.nordwand.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nordwand.database.Database;
import io.nordwand.database.DatabaseException;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.EntryId;
import io.nordwand.farm.FarmFixtures;
import io.nordwand.farm.PrinterId;
import io.nordwand.web.MovableClock;
import io.nordwand.web.WebProperties;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/** What the audit log promises on every database. */
abstract class AuditContract {

    static final Duration LONG = Duration.ofSeconds(30);

    final MovableClock clock = new MovableClock(FarmFixtures.NOW);
    Database database;
    AuditLog audit;
    AuditReader reader;

    abstract Database database();

    @BeforeEach
    void open() {
        database = database();
        audit = new AuditLog(database, new Arrears(clock), new AuditFeed(), clock);
        reader = new AuditReader(database, new WebProperties("Farm", ZoneOffset.UTC, Locale.UK, Duration.ofHours(1)));
    }

    static Deed deed(String action, String operation) {
        return new Deed(
                action,
                new Actor("lena", "operator", "10.0.0.7"),
                operation,
                new PrinterId("p-1"),
                "X7-01",
                new BuildId("b-1"),
                "Gripper",
                new EntryId("e-1"),
                "3 jobs in the queue");
    }

    DeedId intend(Deed deed) {
        DeedId id = Objects.requireNonNull(audit.intend(deed).block(LONG));
        return id;
    }

    void settle(DeedId id, Outcome outcome) {
        audit.settle(id, outcome).block(LONG);
    }

    List<OpenDeed> openDeeds() {
        return Objects.requireNonNull(audit.open().block(LONG));
    }

    @Test
    void aDeedIsOpenUntilItsOutcomeIsKnown() {
        Deed deed = deed("a-1", "append");
        DeedId id = intend(deed);
        assertThat(openDeeds()).containsExactly(new OpenDeed(id, FarmFixtures.NOW, deed));

        settle(id, Outcome.of(Outcome.Kind.UNKNOWN, "No answer."));
        assertThat(openDeeds()).hasSize(1);

        settle(id, Outcome.of(Outcome.Kind.FOUND_DONE, ""));
        assertThat(openDeeds()).isEmpty();
    }

    @Test
    void deedsWithoutAPrinterKeepTheirGaps() {
        Deed deed = new Deed("a-2", Actor.NORDWAND, "account.add", null, "", null, "anna", null, "");
        DeedId id = intend(deed);
        assertThat(openDeeds()).containsExactly(new OpenDeed(id, FarmFixtures.NOW, deed));
    }

    @Test
    void textThatNoDatabaseTakesIsStoredAsWellAsItCanBe() {
        DeedId id = intend(new Deed("a-3", Actor.NORDWAND, "append", null, "a\0b", null, "x\uD800y 😀", null, ""));
        Deed stored = openDeeds().get(0).deed();
        assertThat(openDeeds().get(0).id()).isEqualTo(id);
        assertThat(stored.printerName()).isEqualTo("a\uFFFDb");
        assertThat(stored.subject()).isEqualTo("x\uFFFDy 😀");
    }

    @Test
    void openDeedsComeOldestFirst() {
        DeedId first = intend(deed("a-4", "append"));
        clock.set(FarmFixtures.NOW.plusSeconds(1));
        DeedId second = intend(deed("a-4", "remove"));
        assertThat(openDeeds()).extracting(OpenDeed::id).containsExactly(first, second);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_deed set actor = 'nobody'",
                "delete from audit_deed",
                "update audit_outcome set kind = 'done'",
                "delete from audit_outcome",
            })
    void rowsCanBeNeitherChangedNorRemoved(String statement) {
        DeedId id = intend(deed("a-5", "append"));
        settle(id, Outcome.of(Outcome.Kind.NOT_DONE, "Refused."));

        assertThatThrownBy(() -> database.now(jdbc -> jdbc.sql(statement).update()))
                .isInstanceOf(DatabaseException.class)
                .rootCause()
                .hasMessageContaining("for good");
        assertThat(number("select count(*) from audit_deed where actor = 'lena'"))
                .isEqualTo(1);
        assertThat(number("select count(*) from audit_outcome where kind = 'not-done'"))
                .isEqualTo(1);
    }

    @Test
    void theNewestComeFirstAndPagesMeetWithoutGapOrRepeat() {
        for (int i = 0; i < 7; i++) {
            clock.set(FarmFixtures.NOW.plusSeconds(i));
            intend(deed("a-" + i, "append"));
        }
        List<AuditRow> first = rows(AuditQuery.ALL, 0, 3);
        List<AuditRow> second = rows(AuditQuery.ALL.before(first.get(2).id()), 0, 3);
        List<AuditRow> third = rows(AuditQuery.ALL.before(second.get(2).id()), 0, 3);
        assertThat(Stream.of(first, second, third)
                        .flatMap(List::stream)
                        .map(row -> row.deed().action()))
                .containsExactly("a-6", "a-5", "a-4", "a-3", "a-2", "a-1", "a-0");
        assertThat(rows(AuditQuery.ALL, second.get(2).id(), 100)).hasSize(6);
    }

    @Test
    void aRowHasTheOutcomeThatCounts() {
        DeedId id = intend(deed("a-6", "print"));
        assertThat(rows(AuditQuery.ALL, 0, 9).get(0).result()).isEqualTo(Result.OPEN);
        settle(id, Outcome.of(Outcome.Kind.UNKNOWN, "No answer."));
        Outcome found = new Outcome(Outcome.Kind.FOUND_DONE, 201, "ref-1", "Found.", Duration.ofMillis(1234), "job-9");
        clock.set(FarmFixtures.NOW.plusSeconds(60));
        settle(id, found);

        AuditRow row = rows(AuditQuery.ALL, 0, 9).get(0);
        assertThat(row.outcome()).isEqualTo(found);
        assertThat(row.result()).isEqualTo(Result.FOUND_DONE);
        assertThat(row.at()).isEqualTo(FarmFixtures.NOW);
        assertThat(row.settledAt()).isEqualTo(FarmFixtures.NOW.plusSeconds(60));
    }

    @ParameterizedTest
    @CsvSource({
        "person=tom,2",
        "printer=p-2,2",
        "operation=remove,2",
        "q=GRIP,1 3",
        "q=100%25,2",
        "q=%25,2",
        "q=_,",
        "q=job-3,3",
        "q=b-3,3",
        "q=nobody+there,3",
        "outcome=open,1",
        "outcome=done,3",
        "outcome=not-done,2",
        "outcome=cant-tell,",
        "from=2026-02-13,2 3",
        "to=2026-02-12,1",
        "from=2026-02-13&to=2026-02-13,2",
        "action=a-3,3",
        "person=lena&outcome=done,3",
        "person=lena'%20or%201=1--,",
        "from=nonsense&to=&before=x&outcome=what,1 2 3",
    })
    void filtersLeaveOutWhatDoesNotFit(String asked, @Nullable String expected) {
        intend(deed("a-1", "append"));
        clock.set(FarmFixtures.NOW.plus(Duration.ofDays(1)));
        DeedId second = intend(new Deed(
                "a-2",
                new Actor("tom", "admin", ""),
                "remove",
                new PrinterId("p-2"),
                "X7-02",
                null,
                "Jaw 100%",
                null,
                ""));
        settle(second, Outcome.of(Outcome.Kind.UNKNOWN, ""));
        settle(second, Outcome.of(Outcome.Kind.FOUND_NOT_DONE, "Eiger refused."));
        clock.set(FarmFixtures.NOW.plus(Duration.ofDays(2)));
        DeedId third = intend(new Deed(
                "a-3",
                new Actor("lena", "operator", ""),
                "print",
                null,
                "",
                new BuildId("b-3"),
                "Gripper 2",
                null,
                ""));
        settle(third, new Outcome(Outcome.Kind.DONE, 201, null, "Nobody there.", null, "job-3"));

        MultiValueMap<String, String> params =
                UriComponentsBuilder.fromUriString("/audit?" + asked).build().getQueryParams();
        LinkedMultiValueMap<String, String> decoded = new LinkedMultiValueMap<>();
        params.forEach((name, values) -> values.forEach(
                value -> decoded.add(name, value == null ? null : URLDecoder.decode(value, StandardCharsets.UTF_8))));
        AuditQuery query = AuditQuery.from(decoded);

        assertThat(rows(query, 0, 9).stream()
                        .map(row -> row.deed().action().substring(2))
                        .sorted())
                .containsExactly(expected == null ? new String[0] : expected.split(" "));
    }

    @Test
    void whatOccursCanBeChosen() {
        intend(deed("a-1", "append"));
        intend(new Deed(
                "a-2",
                new Actor("anna", "admin", ""),
                "remove",
                new PrinterId("p-1"),
                "X7 renamed",
                null,
                "",
                null,
                ""));
        intend(new Deed("a-3", new Actor("anna", "admin", ""), "account.add", null, "", null, "tom", null, ""));

        AuditChoices choices = Objects.requireNonNull(reader.choices().block(LONG));
        assertThat(choices.persons()).containsExactly("anna", "lena");
        assertThat(choices.printers()).containsExactly(new AuditChoices.Printer("p-1", "X7 renamed"));
        assertThat(choices.operations()).containsExactly("account.add", "append", "remove");
    }

    private List<AuditRow> rows(AuditQuery query, long oldest, int most) {
        List<AuditRow> rows =
                Objects.requireNonNull(reader.rows(query, oldest, most).block(LONG));
        return rows;
    }

    private @Nullable Long number(String select) {
        return database.now(jdbc -> jdbc.sql(select).query(Long.class).single());
    }
}
