package io.nordwand.request;

import static io.nordwand.farm.FarmFixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.audit.Actor;
import io.nordwand.audit.Deed;
import io.nordwand.audit.DeedId;
import io.nordwand.audit.FakeAudit;
import io.nordwand.audit.Outcome;
import io.nordwand.database.Database;
import io.nordwand.database.TestDatabase;
import io.nordwand.farm.BuildId;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a start finds out about changes of due days that the last end of the program broke off. */
class DueDaysTests {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final LocalDate DAY = LocalDate.of(2026, 2, 20);

    private final Database database = TestDatabase.h2();
    private final Wishes wishes = new Wishes(database);
    private final FakeAudit audit = new FakeAudit(Clock.fixed(NOW, ZoneOffset.UTC));
    private final DueDays dueDays = new DueDays(wishes, audit);

    @BeforeEach
    void aWish() {
        wishes.add(new Wishes.New(
                        "t", "a", Wish.Kind.REQUEST, new BuildId("b"), "Gear", "vera", "", null, NOW, Set.of()))
                .block(LONG);
    }

    private DeedId begun(String operation) {
        Deed deed =
                new Deed("x", new Actor("vera", "viewer", ""), operation, null, "", new BuildId("B"), "Gear", null, "");
        return Objects.requireNonNull(audit.intend(deed).block(LONG));
    }

    private void stored(DeedId deed, LocalDate wanted) {
        Wish now = Objects.requireNonNull(wishes.from("t").block(LONG));
        assertThat(wishes.due(now.id(), now.dueOn(), wanted, deed).block(LONG)).isTrue();
    }

    private List<Outcome.Kind> outcomes(DeedId deed) {
        return audit.entries().stream()
                .filter(entry -> entry.id().equals(deed))
                .flatMap(entry -> entry.outcomes().stream())
                .map(Outcome::kind)
                .toList();
    }

    @Test
    void aChangeThatWasStoredWasDone() {
        DeedId deed = begun(DueDays.CHANGE);
        stored(deed, DAY);
        dueDays.afterSingletonsInstantiated();
        assertThat(outcomes(deed)).containsExactly(Outcome.Kind.FOUND_DONE);
    }

    @Test
    void aChangeThatWasNotStoredWasNotDone() {
        DeedId deed = begun(DueDays.CHANGE);
        dueDays.afterSingletonsInstantiated();
        assertThat(outcomes(deed)).containsExactly(Outcome.Kind.FOUND_NOT_DONE);
    }

    @Test
    void aLaterChangeHidesAnEarlierOne() {
        DeedId first = begun(DueDays.CHANGE);
        DeedId second = begun(DueDays.CHANGE);
        stored(second, DAY);
        dueDays.afterSingletonsInstantiated();
        assertThat(outcomes(first)).containsExactly(Outcome.Kind.CANT_TELL);
        assertThat(outcomes(second)).containsExactly(Outcome.Kind.FOUND_DONE);
    }

    @Test
    void othersDeedsAreLeftAlone() {
        DeedId other = begun("request.file");
        dueDays.afterSingletonsInstantiated();
        assertThat(outcomes(other)).isEmpty();
    }
}
