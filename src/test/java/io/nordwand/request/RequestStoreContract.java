package io.nordwand.request;

import static io.nordwand.farm.FarmFixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nordwand.audit.DeedId;
import io.nordwand.database.Database;
import io.nordwand.database.DatabaseException;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.JobId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is kept of requests, on every database. */
abstract class RequestStoreContract {

    private static final Duration LONG = Duration.ofSeconds(30);

    private Wishes wishes;
    private WithdrawalBook withdrawals;

    abstract Database database();

    @BeforeEach
    void open() {
        Database database = database();
        wishes = new Wishes(database);
        withdrawals = new WithdrawalBook(database);
    }

    private void add(String token, String build, String person, @Nullable LocalDate dueOn) {
        wishes.add(new Wishes.New(
                        token,
                        "order-" + token,
                        Wish.Kind.REQUEST,
                        new BuildId(build),
                        "Gripper",
                        person,
                        "note\nof two lines, \uD800 and \0",
                        dueOn,
                        NOW,
                        Set.of("known-1", "known-2")))
                .block(LONG);
    }

    private Wish wish(String token) {
        return Objects.requireNonNull(wishes.from(token).block(LONG));
    }

    @Test
    void aWishKeepsAllThatEigerDoesNot() {
        add("t1", "Build-A", "anna", LocalDate.of(2026, 2, 28));
        Wish wish = wish("t1");
        assertThat(wish.build()).isEqualTo(new BuildId("Build-A"));
        assertThat(wish.person()).isEqualTo("anna");
        assertThat(wish.note()).isEqualTo("note\nof two lines, \uFFFD and \uFFFD");
        assertThat(wish.dueOn()).isEqualTo(LocalDate.of(2026, 2, 28));
        assertThat(wish.filedAt()).isEqualTo(NOW);
        assertThat(wish.known()).containsExactlyInAnyOrder("known-1", "known-2");
        assertThat(wish.standing()).isEqualTo("sending");
        assertThat(wish.job()).isNull();
    }

    @Test
    void aFormIsStoredOnce() {
        add("t2", "b", "anna", null);
        assertThatThrownBy(() -> add("t2", "b", "anna", null)).isInstanceOf(DatabaseException.class);
    }

    @Test
    void aJobBelongsToOneWishInWhateverCaseItIsWritten() {
        add("t3", "b", "anna", null);
        add("t4", "b", "bert", null);
        wishes.join("t3", new JobId("Job-1")).block(LONG);
        wishes.join("t4", new JobId("JOB-1")).block(LONG);
        assertThat(wish("t3").job()).isEqualTo(new JobId("Job-1"));
        assertThat(wish("t4").job()).isNull();
        List<Wish> found = Objects.requireNonNull(
                wishes.of(List.of(new JobId("job-1"), new JobId("job-2"))).block(LONG));
        assertThat(found).extracting(Wish::token).containsExactly("t3");
    }

    @Test
    void anEndIsNeverTakenBackInWhateverOrderItComes() {
        add("t5", "b", "anna", null);
        wishes.settle("order-t5", "checking", "No answer.").block(LONG);
        wishes.settle("order-t5", "found-done", "").block(LONG);
        wishes.settle("order-t5", "sending", "").block(LONG);
        wishes.settle("order-t5", "not-sent", "late").block(LONG);
        assertThat(wish("t5").standing()).isEqualTo("found-done");
        assertThat(wish("t5").sentence()).isEmpty();
    }

    @Test
    void aPersonsComeNewestFirstAndNoOthers() {
        add("t6", "b", "anna", null);
        add("t7", "b", "bert", null);
        add("t8", "b", "anna", null);
        List<Wish> some = Objects.requireNonNull(wishes.by("anna", 10).block(LONG));
        assertThat(some).extracting(Wish::token).containsExactly("t8", "t6");
        assertThat(wishes.by("anna", 1).block(LONG)).hasSize(1);
    }

    @Test
    void takingBackIsWrittenOnceWithWhoDidIt() {
        add("t9", "b", "anna", null);
        wishes.join("t9", new JobId("job-9")).block(LONG);
        wishes.withdrawn(List.of(new JobId("JOB-9"), new JobId("other")), NOW, "lena")
                .block(LONG);
        wishes.withdrawn(List.of(new JobId("job-9")), NOW.plusSeconds(9), "bert")
                .block(LONG);
        assertThat(wish("t9").withdrawnAt()).isEqualTo(NOW);
        assertThat(wish("t9").withdrawnBy()).isEqualTo("lena");
    }

    @Test
    void aDueDayIsChangedOnlyFromWhatWasSeen() {
        LocalDate first = LocalDate.of(2026, 2, 28);
        LocalDate second = LocalDate.of(2026, 3, 1);
        add("t11", "Build-D", "anna", first);
        long id = wish("t11").id();
        assertThat(wishes.due(id, null, second, new DeedId(7)).block(LONG)).isFalse();
        assertThat(wishes.due(id, second, first, new DeedId(7)).block(LONG)).isFalse();
        assertThat(wishes.dueDeed(new BuildId("build-d"), new DeedId(1)).block(LONG))
                .isNull();
        assertThat(wishes.due(id, first, null, new DeedId(8)).block(LONG)).isTrue();
        assertThat(wish("t11").dueOn()).isNull();
        assertThat(wishes.due(id, first, second, new DeedId(9)).block(LONG)).isFalse();
        assertThat(wishes.due(id, null, second, new DeedId(10)).block(LONG)).isTrue();
        assertThat(Objects.requireNonNull(wishes.numbered(id).block(LONG)).dueOn())
                .isEqualTo(second);
        assertThat(wishes.dueDeed(new BuildId("build-d"), new DeedId(8)).block(LONG))
                .isEqualTo(new DeedId(10));
        assertThat(wishes.dueDeed(new BuildId("build-d"), new DeedId(11)).block(LONG))
                .isNull();
    }

    @Test
    void aChangeIsToldAndNothingElse() {
        List<Boolean> told = new CopyOnWriteArrayList<>();
        var watching = wishes.changes().subscribe(told::add);
        add("t10", "b", "anna", null);
        wishes.settle("order-t10", "done", "").block(LONG);
        wishes.settle("order-t10", "done", "").block(LONG);
        watching.dispose();
        assertThat(told).hasSize(2);
    }

    @Test
    void aWithdrawalKeepsWhatWasShownAndWhatWasFoundGone() {
        Withdrawal.Entry one = new Withdrawal.Entry(new JobId("Job-1"), "anna", "note", null);
        Withdrawal.Entry two = new Withdrawal.Entry(new JobId("job-2"), "", "", null);
        withdrawals
                .add(new Withdrawal(
                        0,
                        "w1",
                        "order-w1",
                        new BuildId("Build-A"),
                        "Gripper",
                        "lena",
                        NOW,
                        "sending",
                        "",
                        List.of(one, two)))
                .block(LONG);
        Withdrawal stored = Objects.requireNonNull(withdrawals.from("w1").block(LONG));
        assertThat(stored.jobs()).containsExactly(one, two);
        assertThat(stored.build()).isEqualTo(new BuildId("Build-A"));

        withdrawals
                .seen(stored, Map.of(new JobId("JOB-1"), true, new JobId("job-2"), false))
                .block(LONG);
        withdrawals.settle("order-w1", "done", "").block(LONG);
        withdrawals.settle("order-w1", "checking", "late").block(LONG);
        Withdrawal after = Objects.requireNonNull(withdrawals.of("order-w1").block(LONG));
        assertThat(after.gone()).isEqualTo(1);
        assertThat(after.left()).isEqualTo(1);
        assertThat(after.standing()).isEqualTo("done");
        assertThat(withdrawals.of("nothing").blockOptional(LONG)).isEmpty();
    }
}
