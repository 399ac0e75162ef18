package io.nordwand.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nordwand.farm.FarmFixtures;
import io.nordwand.web.MovableClock;
import io.nordwand.web.SiteNotice;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DuplicateKeyException;

class DatabaseWatchTests {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final MovableClock clock = new MovableClock(FarmFixtures.NOW);
    private final BreakableDatabase breakable = new BreakableDatabase(clock);
    private DatabaseWatch watch;

    @TempDir
    Path folder;

    @BeforeEach
    void watch() {
        watch = new DatabaseWatch(
                breakable.database(),
                breakable.condition,
                new DataProperties(folder.toString()),
                new DatabaseProperties(null, "", ""),
                clock,
                new JdbcDataSource());
    }

    private Duration look() {
        Duration pause = Objects.requireNonNull(watch.look().block(LONG));
        return pause;
    }

    private List<String> notices() {
        return watch.notices().stream().map(SiteNotice::key).toList();
    }

    @Test
    void allIsWellAtFirst() {
        assertThat(look()).isEqualTo(Duration.ofSeconds(10));
        assertThat(notices()).isEmpty();
    }

    @Test
    void aBreakdownIsNoticedEvenIfNobodyStoresAnything() {
        breakable.breakDown(true);
        assertThat(look()).isEqualTo(Duration.ofSeconds(3));
        assertThat(watch.notices()).containsExactly(SiteNotice.of("database", true, "octagon-alert", FarmFixtures.NOW));
    }

    @Test
    void whoeverFindsOutFirstTellsEveryone() {
        breakable.breakDown(true);
        assertThatThrownBy(() -> breakable
                        .database()
                        .now(jdbc -> jdbc.sql("select 1").query(Integer.class).single()))
                .isInstanceOf(DatabaseException.class)
                .hasMessageNotContaining("device");
        assertThat(notices()).containsExactly("database");
    }

    @Test
    void theNoticeEndsWhenSomethingCouldBeWrittenAgain() {
        breakable.breakDown(true);
        look();
        clock.set(FarmFixtures.NOW.plusSeconds(60));
        look();
        assertThat(watch.notices().get(0).since()).isEqualTo(FarmFixtures.NOW);

        breakable.breakDown(false);
        assertThat(look()).isEqualTo(Duration.ofSeconds(10));
        assertThat(notices()).isEmpty();
    }

    @Test
    void aStatementThatBreaksARuleIsNoBreakdown() {
        String twice = "insert into write_check (id, checked_at) values (7, current_timestamp)";
        breakable.database().now(jdbc -> jdbc.sql(twice).update());
        assertThatThrownBy(
                        () -> breakable.database().now(jdbc -> jdbc.sql(twice).update()))
                .hasCauseInstanceOf(DuplicateKeyException.class);
        assertThatThrownBy(() -> breakable
                        .database()
                        .now(jdbc ->
                                jdbc.sql("select nothing").query(Integer.class).single()))
                .isInstanceOf(DatabaseException.class);
        assertThat(notices()).isEmpty();
    }
}
