package io.nordwand.kiosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nordwand.audit.Actor;
import io.nordwand.audit.Audit;
import io.nordwand.audit.Deed;
import io.nordwand.audit.DeedId;
import io.nordwand.audit.FakeAudit;
import io.nordwand.audit.Outcome;
import io.nordwand.database.Database;
import io.nordwand.farm.FarmFixtures;
import io.nordwand.web.MovableClock;
import io.nordwand.web.WebProperties;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What is stored of screens, and who gets in with which token; the same on every database. */
abstract class ScreensContract {

    static final Actor ANNA = new Actor("anna", "admin", "10.0.0.1");

    private final MovableClock clock = new MovableClock(FarmFixtures.NOW);
    private final FakeAudit audit = new FakeAudit(clock);
    private Database database;
    private Screens screens;
    private ScreenChanges changes;

    abstract Database database();

    @BeforeEach
    void empty() {
        database = database();
        start();
    }

    /** What the program does at each start, with what was stored until then. */
    private void start() {
        screens = new Screens(database, new WebProperties("Farm", ZoneId.of("UTC"), Locale.UK, Duration.ofHours(1)));
        changes = changes(audit);
        changes.afterSingletonsInstantiated();
    }

    private ScreenChanges changes(Audit told) {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        return new ScreenChanges(screens, database, told, clock, messages);
    }

    @Test
    void aScreenIsKeptWithAllThatIsSetAndItsTokenAsADigestOnly() {
        String token = Token.made();
        Screen made = pair("Hall Ä, 55\"", token);
        clock.advance(Duration.ofMinutes(1));
        Display wanted = new Display(
                new Choice(Choice.Kind.RACK, List.of("b", "a")),
                List.of(new Display.Turn(Display.Layout.EVENTS, Duration.ofSeconds(20))),
                Display.Look.BY_DAY,
                Locale.forLanguageTag("de-CH"),
                ZoneId.of("Europe/Zurich"),
                8,
                75,
                true,
                false,
                true,
                true,
                new Night(LocalTime.of(22, 0), LocalTime.of(6, 0), 10));
        now(changes.edit(ANNA, made, made.version(), "Hall B", wanted));
        now(changes.say(
                ANNA, made, new FloorMessage("Line 3 stops", clock.instant().plusSeconds(60), "anna")));
        Screen last = now(changes.identify(ANNA, made));
        start();

        assertThat(screens.current()).containsExactly(last);
        assertThat(last.name()).isEqualTo("Hall B");
        assertThat(last.display()).isEqualTo(wanted);
        assertThat(last.version()).as("what people edit").isEqualTo(2);
        assertThat(last.changed()).isEqualTo(new Screen.Mark(clock.instant(), "anna"));
        assertThat(screens.withToken(token)).isEqualTo(last);
        List<String> stored = Objects.requireNonNull(database.now(jdbc ->
                jdbc.sql("select token_hash from screen").query(String.class).list()));
        assertThat(stored).allMatch(hash -> hash.matches("[0-9a-f]{64}")).noneMatch(hash -> hash.contains(token));
        assertThat(last.toString() + audit.entries()).doesNotContain(token, stored.get(0));
    }

    @Test
    void onlyTheVeryTokenOpensAScreen() {
        String token = Token.made();
        Screen made = pair("Hall A", token);

        assertThat(screens.withToken(token)).isEqualTo(made);
        assertThat(screens.withToken(null)).isNull();
        assertThat(screens.withToken("")).isNull();
        assertThat(screens.withToken(Token.made())).isNull();
        assertThat(screens.withToken(token + "x")).isNull();
        assertThat(screens.withToken(made.tokenHash()))
                .as("what the database holds opens nothing")
                .isNull();
        assertThat(token).as("256 bits").hasSize(43).isNotEqualTo(Token.made());
    }

    @Test
    void aTokenEndsAtOnceWithItsScreenAndForGood() {
        String token = Token.made();
        Screen made = pair("Hall A", token);

        StepVerifier.create(screens.following(token))
                .expectNext(made)
                .then(() -> now(changes.revoke(ANNA, made)))
                .expectComplete()
                .verify(Duration.ofSeconds(10));
        assertThat(screens.withToken(token)).isNull();
        start();
        assertThat(screens.withToken(token)).isNull();
        assertThat(screens.current()).isEmpty();
        assertRefused(Refusal.GONE, () -> now(changes.identify(ANNA, made)));
        assertThat(pair("Hall A", Token.made()).id())
                .as("its name is free again")
                .isNotEqualTo(made.id());
    }

    @Test
    void anotherBrowserTakesTheWholePlaceOfTheFormer() {
        String former = Token.made();
        String later = Token.made();
        Screen made = pair("Hall A", former);
        Screen moved = now(changes.replace(ANNA, waiting(later), made));

        assertThat(screens.withToken(former)).isNull();
        assertThat(screens.withToken(later)).isEqualTo(moved);
        assertThat(moved.id()).isEqualTo(made.id());
        assertThat(moved.display()).isEqualTo(made.display());
        start();
        assertThat(screens.withToken(former)).isNull();
        assertThat(screens.withToken(later)).isEqualTo(moved);
    }

    @Test
    void aScreenHearsOfEachOfItsChanges() {
        String token = Token.made();
        Screen made = pair("Hall A", token);

        StepVerifier.create(screens.following(token).map(screen -> screen.name() + screen.reloads()))
                .expectNext("Hall A0")
                .then(() -> now(changes.reload(ANNA, made)))
                .expectNext("Hall A1")
                .then(() -> pair("Hall B", Token.made()))
                .then(() -> now(changes.edit(ANNA, made, 1, "Hall C", made.display())))
                .expectNext("Hall C1")
                .thenCancel()
                .verify(Duration.ofSeconds(10));
    }

    @Test
    void aLineForTheFloorReachesOneOrAllAndEndsByItself() {
        Screen one = pair("Hall A", Token.made());
        Screen other = pair("Hall B", Token.made());
        now(changes.say(
                ANNA, null, new FloorMessage("Fire drill at 10", clock.instant().plusSeconds(60), "anna")));

        assertThat(screens.current())
                .allSatisfy(
                        screen -> assertThat(screen.messageAt(clock.instant())).isNotNull());
        now(changes.say(ANNA, one, null));
        assertThat(text(one)).isNull();
        assertThat(text(other)).isEqualTo("Fire drill at 10");
        clock.advance(Duration.ofSeconds(60));
        assertThat(text(other)).isNull();
    }

    @Test
    void everyChangeStandsInTheAuditLogBeforeAndAfter() {
        Screen made = pair("Hall A", Token.made());
        now(changes.edit(ANNA, made, 1, "Hall B", made.display()));
        now(changes.identify(ANNA, made));
        now(changes.reload(ANNA, made));
        now(changes.say(ANNA, null, new FloorMessage("Hello", null, "anna")));
        now(changes.say(ANNA, made, null));
        now(changes.replace(ANNA, waiting(Token.made()), made));
        now(changes.revoke(ANNA, made));

        assertThat(audit.deeds())
                .extracting(Deed::operation)
                .containsExactly(
                        "screen.pair",
                        "screen.edit",
                        "screen.identify",
                        "screen.reload",
                        "screen.message",
                        "screen.silence",
                        "screen.replace",
                        "screen.revoke");
        assertThat(audit.entries())
                .allSatisfy(entry ->
                        assertThat(entry.outcomes()).extracting(Outcome::kind).containsExactly(Outcome.Kind.DONE));
        assertThat(audit.deeds().get(1).seen()).isEqualTo("→ Hall B");
        assertThat(audit.deeds().get(4).subject()).isEqualTo("All screens");
        assertThat(audit.deeds().get(4).seen()).isEqualTo("Hello");
    }

    @Test
    void whatCannotBeTakenDownDoesNotHappen() {
        String token = Token.made();
        Screen made = pair("Hall A", token);
        audit.refuse(true);

        assertRefused(Refusal.NOT_AUDITED, () -> now(changes.revoke(ANNA, made)));
        assertRefused(Refusal.NOT_AUDITED, () -> pair("Hall B", Token.made()));
        assertThat(screens.withToken(token)).isEqualTo(made);
        start();
        assertThat(screens.current()).containsExactly(made);
    }

    @Test
    void aNameIsThereOnceWhateverItsLetters() {
        pair("Hall A", Token.made());
        Screen other = pair("Hall B", Token.made());

        assertRefused(Refusal.NAME_TAKEN, () -> pair("HALL a", Token.made()));
        assertRefused(Refusal.NAME_TAKEN, () -> now(changes.edit(ANNA, other, 1, "hall a", other.display())));
        assertThat(audit.entries().get(3).outcomes())
                .extracting(Outcome::kind, Outcome::sentence)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        Outcome.Kind.NOT_DONE, "There is already a screen of this name"));
        assertThat(screens.current()).extracting(Screen::name).containsExactly("Hall A", "Hall B");
    }

    @Test
    void ofTwoAdministratorsTheSecondHearsOfTheFirst() {
        Screen made = pair("Hall A", Token.made());
        List<CompletableFuture<Screen>> both = IntStream.range(0, 8)
                .mapToObj(i ->
                        changes.edit(ANNA, made, 1, "Hall " + i, made.display()).toFuture())
                .toList();
        List<Refusal> refusals = new ArrayList<>();
        both.forEach(each -> each.handle((screen, problem) ->
                        problem == null ? null : refusals.add(((RefusedException) cause(problem)).refusal()))
                .join());

        assertThat(refusals).hasSize(7).containsOnly(Refusal.CHANGED);
        assertThat(screens.current().get(0).version()).isEqualTo(2);
        Screen seen = screens.current().get(0);
        now(changes.identify(ANNA, made));
        assertThat(now(changes.edit(ANNA, seen, 2, "Hall Z", seen.display())).name())
                .as("to ask for its name is no edit")
                .isEqualTo("Hall Z");
    }

    @Test
    void whatWasUnderWayWhenTheProgramEndedIsFoundOut() {
        Screen made = pair("Hall A", Token.made());
        DeedId done = intend("screen.reload", "Hall A");
        database.now(jdbc -> screens.table().update(jdbc, made.reloaded(), done));
        DeedId undone = intend("screen.revoke", "Hall A");
        DeedId foreign = intend("append", "Bracket");

        start();

        assertThat(kinds(done)).containsExactly(Outcome.Kind.FOUND_DONE);
        assertThat(kinds(undone)).containsExactly(Outcome.Kind.FOUND_NOT_DONE);
        assertThat(kinds(foreign)).isEmpty();
        assertThat(screens.current().get(0).reloads()).isEqualTo(1);
    }

    @Test
    void whatComesLateDoesNotBringBackAScreenThatWasDisconnected() {
        String token = Token.made();
        Screen made = pair("Hall A", token);
        Screen identified = now(changes.identify(ANNA, made));
        now(changes.revoke(ANNA, made));

        screens.replace(List.of(identified));
        assertThat(screens.withToken(token)).isNull();
    }

    @Test
    void aSightingIsExactInMemoryAndStoredOnceAMinute() {
        Screen made = pair("Hall A", Token.made());
        Sightings sightings = new Sightings(database, screens);
        Instant first = clock.instant();
        sightings.note(made, new Sighting(first, "10.0.0.9", "TV", new Sighting.Size(1920, 1080)));
        awaitStored(first);
        for (int i = 0; i < 11; i++) {
            clock.advance(Duration.ofSeconds(5));
            sightings.note(made, new Sighting(clock.instant(), "10.0.0.9", "TV", null));
        }
        assertThat(Objects.requireNonNull(sightings.of(made)).at()).isEqualTo(clock.instant());
        assertThat(stored()).as("55 s later").isEqualTo(first);

        clock.advance(Duration.ofSeconds(5));
        sightings.note(made, new Sighting(clock.instant(), "10.0.0.10", "TV", null));
        awaitStored(clock.instant());
        Sighting last = new Sightings(database, screens).of(made);
        assertThat(last).isEqualTo(new Sighting(clock.instant(), "10.0.0.10", "TV", new Sighting.Size(1920, 1080)));
    }

    private void awaitStored(Instant at) {
        Mono.fromCallable(() -> at.equals(stored()))
                .filter(Boolean::booleanValue)
                .repeatWhenEmpty(200, tries -> tries.delayElements(Duration.ofMillis(25)))
                .toFuture()
                .join();
        assertThat(stored()).isEqualTo(at);
    }

    private @Nullable Instant stored() {
        Sighting sighting = Objects.requireNonNull(
                        database.now(jdbc -> screens.table().sightings(jdbc)))
                .get(screens.current().get(0).id());
        return sighting == null ? null : sighting.at();
    }

    private Screen pair(String name, String token) {
        return now(changes.pair(ANNA, waiting(token), name, screens.first()));
    }

    private Waiting waiting(String token) {
        Instant now = clock.instant();
        return new Waiting(
                "ABCDEF",
                Objects.requireNonNull(Token.hash(token)),
                now,
                now.plus(Codes.LIFE),
                new Sighting(now, "10.0.0.9", "TV", null));
    }

    private @Nullable String text(Screen screen) {
        FloorMessage message =
                Objects.requireNonNull(screens.numbered(screen.id())).messageAt(clock.instant());
        return message == null ? null : message.text();
    }

    private DeedId intend(String operation, String subject) {
        return now(audit.intend(new Deed("a", ANNA, operation, null, "", null, subject, null, "")));
    }

    private List<Outcome.Kind> kinds(DeedId deed) {
        return audit.entries().get((int) deed.value() - 1).outcomes().stream()
                .map(Outcome::kind)
                .toList();
    }

    private static Throwable cause(Throwable problem) {
        return problem instanceof CompletionException ? Objects.requireNonNull(problem.getCause()) : problem;
    }

    private static <T> T now(Mono<T> change) {
        return change.toFuture().join();
    }

    private static void assertRefused(Refusal refusal, ThrowingCallable change) {
        assertThatThrownBy(change)
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }
}
