package io.nordwand.database;

import com.zaxxer.hikari.HikariDataSource;
import io.nordwand.web.NoticeSource;
import io.nordwand.web.SiteNotice;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Looks after the database while nobody uses it, so that every page says that nothing can be stored before somebody finds
 * out by trying, and stops saying so only when something could be stored again.
 */
@Component
class DatabaseWatch implements SmartLifecycle, NoticeSource {

    private static final Logger log = LoggerFactory.getLogger(DatabaseWatch.class);
    private static final Duration WHILE_WELL = Duration.ofSeconds(10);
    private static final Duration WHILE_FAILING = Duration.ofSeconds(3);
    private static final long MEGABYTE = 1024 * 1024;
    /** So little room is left on the disk that it may be used up within days. */
    private static final long LITTLE = 128 * MEGABYTE;

    private final Database database;
    private final Condition condition;
    private final @Nullable DataFolder folder;
    private final Clock clock;
    private final DataSource source;
    private volatile long room = Long.MAX_VALUE;
    private @Nullable FileWitness witness;
    private @Nullable Disposable loop;

    DatabaseWatch(
            Database database,
            Condition condition,
            DataProperties data,
            DatabaseProperties settings,
            Clock clock,
            DataSource source) {
        this.database = database;
        this.condition = condition;
        this.folder = settings.embedded() ? new DataFolder(data.folder()) : null;
        this.clock = clock;
        this.source = source;
    }

    @Override
    public List<SiteNotice> notices() {
        List<SiteNotice> notices = new ArrayList<>();
        Instant since = condition.failingSince();
        if (since != null) {
            notices.add(SiteNotice.of("database", true, "octagon-alert", since));
        }
        if (room < LITTLE) {
            notices.add(
                    new SiteNotice("room", false, "triangle-alert", null, List.of(String.valueOf(room / MEGABYTE))));
        }
        return notices;
    }

    /** One look; emits the pause until the next and never fails. */
    Mono<Duration> look() {
        return measured()
                .then(Mono.defer(this::tried))
                .onErrorComplete()
                .then(Mono.fromSupplier(() -> condition.failingSince() == null ? WHILE_WELL : WHILE_FAILING));
    }

    /** The last connection to a file that is gone is kept: a backup is the way to save what is in it. */
    private Mono<Void> tried() {
        if (condition.lost() != null) {
            return Mono.empty();
        }
        return condition.failingSince() == null
                ? read()
                : Mono.<Void>fromRunnable(this::reconnect)
                        .subscribeOn(Schedulers.boundedElastic())
                        .then(write());
    }

    private Mono<Void> measured() {
        DataFolder here = folder;
        return here == null
                ? Mono.empty()
                : Mono.<Void>fromRunnable(() -> measure(here)).subscribeOn(Schedulers.boundedElastic());
    }

    private void measure(DataFolder here) {
        room = usable(here);
        if (condition.lost() != null || !(source instanceof HikariDataSource pool)) {
            return;
        }
        if (witness == null) {
            witness = FileWitness.of(String.valueOf(pool.getJdbcUrl()));
        } else if (witness.isGone()) {
            condition.lost(
                    new IOException("The file of the database was removed or replaced while it is open. What is in"
                            + " it can still be saved as a backup (/admin/backup) until the program ends; then restore it as"
                            + " docs/operations.md says"));
        }
    }

    private static long usable(DataFolder folder) {
        try {
            return Files.getFileStore(folder.path()).getUsableSpace();
        } catch (IOException unknown) {
            return Long.MAX_VALUE;
        }
    }

    private Mono<Void> read() {
        return database.call(jdbc -> jdbc.sql("select 1").query(Integer.class).single())
                .then();
    }

    private Mono<Void> write() {
        return database.call(jdbc -> {
                    Object now = clock.instant().atOffset(ZoneOffset.UTC);
                    String again = "update write_check set checked_at = :now where id = 1";
                    if (jdbc.sql(again).param("now", now).update() == 0) {
                        jdbc.sql("insert into write_check (id, checked_at) values (1, :now)")
                                .param("now", now)
                                .update();
                    }
                    return now;
                })
                .doOnNext(written -> condition.well())
                .then();
    }

    /** H2 stays closed after a failure as long as a connection from before lives, and the pool takes those for sound. */
    private void reconnect() {
        if (source instanceof HikariDataSource pool && pool.getHikariPoolMXBean() != null) {
            pool.getHikariPoolMXBean().softEvictConnections();
        }
    }

    @Override
    public synchronized void start() {
        if (loop == null) {
            loop = Mono.defer(this::look)
                    .flatMap(Mono::delay)
                    .repeat()
                    .subscribe(waited -> {}, error -> log.error("Nobody watches the database any more", error));
        }
    }

    @Override
    public synchronized void stop() {
        if (loop != null) {
            loop.dispose();
            loop = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return loop != null;
    }
}
