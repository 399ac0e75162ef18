package io.nordwand.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.audit.Actor;
import io.nordwand.audit.FakeAudit;
import io.nordwand.database.Database;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.EntryId;
import io.nordwand.farm.FarmFixtures;
import io.nordwand.farm.PrinterId;
import io.nordwand.farm.Trouble;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;
import reactor.test.scheduler.VirtualTimeScheduler;

/** All of the module but its pages, over a fake Eiger and in virtual time. Close it after each test. */
final class Bench implements AutoCloseable {

    static final PrinterId X7 = new PrinterId("id-X7-01");
    static final Duration FOLLOW_UP = Duration.ofMinutes(3);
    static final Duration A_MOMENT = Duration.ofMillis(100);
    static final Trouble LOST = new Trouble.OutcomeUnknown("Eiger did not answer.", "ref-7");

    private static final ResourceBundleMessageSource TEXTS = new ResourceBundleMessageSource();

    static {
        TEXTS.setBasename("messages");
        TEXTS.setDefaultEncoding("UTF-8");
        TEXTS.setFallbackToSystemLocale(false);
    }

    final VirtualTimeScheduler time = VirtualTimeScheduler.getOrSet();
    final Clock clock = clock();
    final FakeEiger eiger;
    final Journal journal;
    final FakeAudit audit;
    final Program program;
    final Tickets tickets;
    final Writes writes;
    final Actions actions;
    final Dispatcher dispatcher;
    final Closing closing;

    Bench(FakeEiger eiger) {
        this(eiger, new FakeJournal());
    }

    Bench(FakeEiger eiger, Journal journal) {
        this(eiger, journal, Databases.shared(), List.of());
    }

    Bench(FakeEiger eiger, Journal journal, Database database, List<Finder> finders) {
        this.eiger = eiger;
        this.journal = journal;
        this.audit = new FakeAudit(clock);
        program = new Program(eiger, journal, audit, database, clock, finders);
        tickets = program.tickets;
        writes = program.writes;
        actions = program.actions;
        dispatcher = program.dispatcher;
        closing = program.closing;
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Instant instant() {
                return FarmFixtures.NOW.plusMillis(time.now(TimeUnit.MILLISECONDS));
            }
        };
    }

    Intent intent(Operation operation, @Nullable String build, String... entries) {
        return Intent.of(
                "session-1",
                tickets.current("session-1", Tickets.at(X7)),
                new Actor("lena", "operator", "10.0.0.7"),
                operation,
                X7,
                build == null ? null : new BuildId("build-" + build),
                Arrays.stream(entries).map(EntryId::new).toList());
    }

    Claim claim(Intent intent) {
        return actions.claim(intent, eiger.current().printer(intent.printer()).orElseThrow());
    }

    /** Asks for it as a form would, starts it and lets a moment pass. */
    Action start(Operation operation, @Nullable String build, String... entries) {
        return start(intent(operation, build, entries));
    }

    Action start(Intent intent) {
        Action action = granted(claim(intent));
        dispatcher.start(action).subscribe();
        pass(A_MOMENT);
        return now(action);
    }

    static Action granted(Claim claim) {
        return claim.fold(
                actions -> actions.get(0),
                actions -> {
                    throw new AssertionError("repeated");
                },
                denial -> {
                    throw new AssertionError(denial.reason());
                });
    }

    Bench pass(Duration span) {
        time.advanceTimeBy(span);
        return this;
    }

    /** The action now; both of its sentences are there and complete. */
    Action now(Action action) {
        Action now = actions.latest(action);
        sentences(now).forEach(sentence -> assertThat(sentence).isNotBlank().doesNotContain("{", "}"));
        return now;
    }

    static List<String> sentences(Action action) {
        return Stream.of(action.message(), action.message() + ".more")
                .map(key -> TEXTS.getMessage(key, action.arguments(), Locale.UK))
                .toList();
    }

    static String text(String key, Object... arguments) {
        return TEXTS.getMessage(key, arguments, Locale.UK);
    }

    /** Every trouble that says for certain that nothing happened. */
    static Stream<Trouble> refusals() {
        return Stream.of(
                new Trouble.NotAuthorized("Keys refused.", null),
                new Trouble.Conflict("Not ready.", "ref-1"),
                new Trouble.Rejected("Bad request.", null),
                new Trouble.RateLimited("Slow down.", null, Duration.ofSeconds(7)),
                new Trouble.Unavailable("Not reachable.", null));
    }

    @Override
    public void close() {
        VirtualTimeScheduler.reset();
    }
}
