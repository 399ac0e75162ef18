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
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the audit log promises on every database. */
abstract class AuditContract {

    static final Duration LONG = Duration.ofSeconds(30);

    final MovableClock clock = new MovableClock(FarmFixtures.NOW);
    Database database;
    AuditLog audit;

    abstract Database database();

    @BeforeEach
    void open() {
        database = database();
        audit = new AuditLog(database, clock);
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
        DeedId id = audit.intend(deed).block(LONG);
        assertThat(id).isNotNull();
        return id;
    }

    void settle(DeedId id, Outcome outcome) {
        audit.settle(id, outcome).block(LONG);
    }

    List<OpenDeed> openDeeds() {
        return audit.open().block(LONG);
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

    private @Nullable Long number(String select) {
        return database.now(jdbc -> jdbc.sql(select).query(Long.class).single());
    }
}
