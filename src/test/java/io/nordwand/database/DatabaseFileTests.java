package io.nordwand.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.nordwand.farm.FarmFixtures;
import io.nordwand.web.MovableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import reactor.test.StepVerifier;

class DatabaseFileTests {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final MovableClock clock = new MovableClock(FarmFixtures.NOW);
    private final Condition condition = new Condition(clock);
    private final HikariDataSource pool = new HikariDataSource();

    @TempDir
    Path folder;

    private Database database = TestDatabase.h2();
    private DatabaseWatch watch = watch(pool);

    private DatabaseWatch watch(DataSource source) {
        return new DatabaseWatch(
                database,
                condition,
                new DataProperties(String.valueOf(folder)),
                new DatabaseProperties(null, "", ""),
                clock,
                source);
    }

    @BeforeEach
    void open() {
        FullDisk.mount();
        pool.setJdbcUrl(EmbeddedDatabase.url(folder, EmbeddedDatabase.NAME)
                .replace("jdbc:h2:file:", "jdbc:h2:" + FullDisk.SCHEME + ":"));
        pool.setUsername(EmbeddedDatabase.USER);
        pool.setMaximumPoolSize(10);
        pool.setExceptionOverride(EmbeddedDatabase.dropping());
        database = TestDatabase.of(pool, Vendor.H2, condition);
        watch = watch(pool);
    }

    @AfterEach
    void close() {
        FullDisk.full(false);
        pool.close();
    }

    private void write(int id) {
        database.now(jdbc -> jdbc.sql("insert into write_check (id, checked_at) values (:id, current_timestamp)")
                .param("id", id)
                .update());
    }

    @Test
    @Timeout(60)
    void afterAFullDiskHasRoomAgainTheDatabaseWorksWithoutARestartAndHasLostNothing() {
        write(7);
        FullDisk.full(true);
        assertThatThrownBy(() -> write(8)).isInstanceOf(DatabaseException.class);
        assertThatThrownBy(() -> write(9)).isInstanceOf(DatabaseException.class);
        watch.look().block(LONG);
        assertThat(watch.notices()).hasSize(1);

        FullDisk.full(false);
        watch.look().block(LONG);
        assertThat(watch.notices()).isEmpty();
        write(10);
        List<Integer> kept = Objects.requireNonNull(
                database.now(jdbc -> jdbc.sql("select id from write_check where id > 1 order by id")
                        .query(Integer.class)
                        .list()));
        assertThat(kept).containsExactly(7, 10);
    }

    @Test
    void aFileThatIsRemovedWhileItIsOpenIsNoticedAndNothingIsStoredInItAnyMore() throws IOException {
        HikariDataSource real = DatabaseConfiguration.open(
                new DataProperties(folder.toString()), new DatabaseProperties(null, "", ""), "lost");
        try (real) {
            database = TestDatabase.of(real, Vendor.H2, condition);
            watch = watch(real);
            watch.look().block(LONG);
            assertThat(watch.notices()).isEmpty();

            Files.delete(folder.resolve("lost.mv.db"));
            watch.look().block(LONG);
            watch.look().block(LONG);
            assertThat(watch.notices()).hasSize(1);
            StepVerifier.create(database.call(jdbc -> 1)).verifyError(DatabaseException.class);
        }
    }
}
