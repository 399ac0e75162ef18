package io.nordwand.dispatch;

import static org.mockito.Mockito.mock;

import io.nordwand.Eventually;
import io.nordwand.audit.Actor;
import io.nordwand.audit.FakeAudit;
import io.nordwand.database.Database;
import io.nordwand.web.PageSite;
import io.nordwand.web.PeopleByHeader;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * Orders as other modules place them, for the tests of their pages: everything real but the audit log and Eiger. The site
 * that imports it beside {@link PageSite} gives the database.
 */
@Import({
    Actions.class,
    Answers.class,
    Dispatch.class,
    OrderBook.class,
    OrderCheck.class,
    OrderRun.class,
    OrderStore.class,
    Orders.class,
    Register.class,
    Sending.class,
    Tickets.class,
    Writes.class
})
@TestComponent
public class OrderSite {

    /** The switch for all writing, and when it is quiet. */
    public static final class Switch {

        private static final Actor ADMIN = new Actor("admin", "admin", "");
        private static final Duration LONG = Duration.ofSeconds(30);

        private final Writes writes;
        private final OrderBook book;

        Switch(Writes writes, OrderBook book) {
            this.writes = writes;
            this.book = book;
        }

        /** Waits until no order is open, so that a test leaves nothing to the next. */
        public void settle() {
            Eventually.so(() -> book.open().isEmpty());
        }

        /** Stops all writing. */
        public void stop(String reason) {
            writes.stop(ADMIN, reason).block(LONG);
        }

        /** Allows it again. */
        public void allow() {
            writes.allow(ADMIN).block(LONG);
        }
    }

    @Bean
    Switch writeSwitch(Writes writes, OrderBook book) {
        return new Switch(writes, book);
    }

    @Bean
    FakeAudit audit(Clock clock) {
        return new FakeAudit(clock);
    }

    @Bean
    FakeJournal journal() {
        return new FakeJournal();
    }

    @Bean
    StopStore stopStore(Database database) {
        return new StopStore(database);
    }

    @Bean
    WritesProperties writesProperties() {
        return new WritesProperties(true);
    }

    @Bean
    PeopleByHeader people() {
        return PeopleByHeader.viewer();
    }

    /** Only for calls about printers, which no order makes. */
    @Bean
    Bookkeeping bookkeeping() {
        return mock(Bookkeeping.class);
    }

    @Bean
    DispatchProperties dispatchProperties() {
        Duration ages = Duration.ofMinutes(1);
        Duration moment = Duration.ofMillis(50);
        return new DispatchProperties(
                Duration.ofSeconds(1), moment, Duration.ofSeconds(20), Duration.ofSeconds(2), ages, moment, moment);
    }
}
