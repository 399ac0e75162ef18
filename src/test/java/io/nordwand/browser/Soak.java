package io.nordwand.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import io.nordwand.ShiftedClock;
import io.nordwand.bench.Figures;
import io.nordwand.dispatch.RunningProgram;
import io.nordwand.simulator.Fault;
import io.nordwand.simulator.SimulatedEiger;
import io.nordwand.simulator.SimulatedPrinter;
import io.nordwand.simulator.SimulatorProperties;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three days of a TV in a hall, in a quarter of an hour: the clock of the program and of its farm goes on by an hour every few
 * seconds, over three midnights and the end of summer time, and nearly each hour something goes wrong. Nobody touches the TV. Not
 * part of the tests: {@code mvn -Psoak test}, described in the README.
 */
@ExtendWith(Browsing.class)
@Timeout(7200)
class Soak {

    private static final int HOURS = Integer.getInteger("soak.hours", 72);
    private static final Duration HOUR = Duration.ofSeconds(60)
            .multipliedBy(Integer.getInteger("soak.minutes", 15))
            .dividedBy(72);

    /** At 40 minutes past the hour a screen that loads itself anew at night has done so, whichever minute it took. */
    private static final ZonedDateTime BEGIN = ZonedDateTime.of(2026, 10, 23, 12, 40, 0, 0, Programs.ZONE);

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE d MMM", Locale.UK);
    private static final double LONG = 90_000;

    /** After so many hours everything has gone wrong once, and all of the script has run. */
    private static final int ROUND = 12;

    private static final double ALLOWED = 1.1;

    private final List<String> loads = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();
    private final List<TvHealth> hours = new ArrayList<>();
    private ShiftedClock clock;
    private SimulatedEiger eiger;
    private Programs programs;
    private RunningProgram program;
    private boolean newer;
    private Relay relay;
    private FloorTv tv;

    @BeforeEach
    void connect(Tab tab, @TempDir Path folder) throws Exception {
        tab.expect("ERR_|network|abort|EventSource|401|50\\d");
        programs = new Programs(folder);
        clock = programs.clock();
        clock.set(BEGIN.toInstant());
        eiger = SimulatedEiger.start(new SimulatorProperties(0, 7, 1, 24, true), clock);
        program = programs.start(eiger, 0);
        relay = Relay.to(program.port());
        tab.page().clock().install();
        tab.page().setViewportSize(1920, 1080);
        tv = FloorTv.connect(tab, relay.url(""), program, "Hall 7", Map.of("metres", "3"));
        tv.live(LONG);
        tab.page().onLoad(page -> loads.add(page.url()));
    }

    @AfterEach
    void close() {
        relay.close();
        program.close();
        eiger.close();
    }

    @Test
    void threeDaysInAHall(Tab tab) throws Exception {
        String token = tv.token();
        CDPSession chromium = TvHealth.session(tab.page());
        for (int hour = 0; hour < HOURS; hour++) {
            pass(hour, chromium);
        }
        itIsRight(tab);
        errors.addAll(program.errors());
        assertThat(errors).as("what the program called an error").isEmpty();
        assertThat(tv.token()).isEqualTo(token);
        assertThat(tab.complaints()).isEmpty();
        itHoldsNoMoreThanAtFirst();
    }

    private void pass(int hour, CDPSession chromium) throws Exception {
        Instant end = Instant.now().plus(HOUR);
        Instant time = BEGIN.plusHours(hour).toInstant();
        clock.set(time);
        String what = happen(hour, time.atZone(Programs.ZONE).getHour());
        tv.live(LONG);
        tv.right(LONG);
        itTellsTheTime();
        Duration left = Duration.between(Instant.now(), end);
        if (!left.isNegative()) {
            rest(left);
        }
        TvHealth health = TvHealth.of(tv.page(), chromium);
        hours.add(health);
        String server = hour % 6 == 0 || hour == HOURS - 1
                ? ", program %.1f MB".formatted(new Figures(program.pid()).heap() / 1e6)
                : "";
        System.out.println("%2d  %s  %-28s %s, loaded %d times%s"
                .formatted(
                        hour + 1,
                        time.atZone(Programs.ZONE).format(DateTimeFormatter.ofPattern("EEE HH:mm xxx", Locale.UK)),
                        what,
                        health,
                        loads.size(),
                        server));
    }

    /** What goes wrong in that hour; says what it was. */
    private String happen(int hour, int local) throws Exception {
        if (local == 3) {
            // For a page that is to be an hour old.
            tv.page().clock().fastForward(Duration.ofMinutes(70).toMillis());
            int before = loads.size();
            tv.page()
                    .waitForCondition(() -> loads.size() > before, new Page.WaitForConditionOptions().setTimeout(LONG));
            return "loads itself anew at night";
        }
        return switch (hour) {
            case 0 -> secondBySecond();
            case 30 -> killed(Duration.ofSeconds(40));
            case 42 -> frozen(Duration.ofSeconds(60));
            case 54 -> anotherVersion();
            case 14, 38, 62 -> alone();
            case 34 -> browserClock(Duration.ofDays(400));
            case 35 -> browserClock(Duration.ofDays(-3));
            default ->
                switch (hour % ROUND) {
                    case 1 -> cut();
                    case 3 -> silent();
                    case 4 -> trouble(503, "unreachable");
                    case 5 -> hour % 24 == 5 ? killed(Duration.ofSeconds(1)) : restarted();
                    case 7 -> trouble(401, "refused");
                    case 8 -> frozen(Duration.ofSeconds(1));
                    case 10 -> suspended();
                    case 11 -> signedOut();
                    default -> "nothing";
                };
        };
    }

    private String cut() {
        relay.cut();
        tv.lost(10_000);
        relay.mend();
        return "network cut";
    }

    private String silent() {
        relay.freeze();
        tv.lost(20_000);
        relay.thaw();
        return "network silent";
    }

    private String trouble(int status, String why) {
        eiger.faults().set(List.of(Fault.status(status)));
        tv.says("data-why", why, LONG);
        eiger.faults().clear();
        return "Eiger answers " + status;
    }

    private String killed(Duration span) throws Exception {
        errors.addAll(program.errors());
        program.kill();
        tv.lost(10_000);
        rest(span);
        program = startAgain();
        return "server killed for %d s or more".formatted(span.toSeconds());
    }

    private String restarted() throws Exception {
        errors.addAll(program.errors());
        program.stop();
        program = startAgain();
        return "server restarted";
    }

    private String anotherVersion() throws Exception {
        errors.addAll(program.errors());
        program.stop();
        newer = true;
        program = startAgain();
        int before = loads.size();
        tv.page().waitForCondition(() -> loads.size() > before, new Page.WaitForConditionOptions().setTimeout(LONG));
        return "server of another version";
    }

    private RunningProgram startAgain() throws Exception {
        return newer ? programs.startAnotherVersion(eiger, program.port()) : programs.start(eiger, program.port());
    }

    private String frozen(Duration span) throws Exception {
        program.freeze();
        tv.lost(15_000);
        rest(span);
        program.thaw();
        return "server frozen for %d s or more".formatted(12 + span.toSeconds());
    }

    /** All that the page does in an hour in which nobody answers, second by second. */
    private String alone() {
        relay.cut();
        tv.page().clock().runFor(Duration.ofHours(1).toMillis());
        tv.lost(10_000);
        relay.mend();
        return "an hour without network";
    }

    /** As long as an hour is to the page, so that at its end the browser has compiled and remembered what it will. */
    private String secondBySecond() {
        tv.page().clock().runFor(Duration.ofHours(1).toMillis());
        return "nothing, second by second";
    }

    private String suspended() {
        tv.page().clock().fastForward(Duration.ofHours(3).toMillis());
        return "TV suspended for 3 h";
    }

    private String browserClock(Duration by) {
        tv.page().clock().setSystemTime(Instant.now().plus(by).toEpochMilli());
        return "TV’s clock off by %d days".formatted(by.toDays());
    }

    private String signedOut() throws Exception {
        program.post("/logout", RunningProgram.form(program.get("/fleet"), "/logout"));
        return "administrator signed out";
    }

    private void itTellsTheTime() {
        ZonedDateTime now = clock.instant().atZone(Programs.ZONE);
        assertThat(tv.page().locator("#k-clock"))
                .hasText(Pattern.compile(CLOCK.format(now.minusMinutes(1)) + "|" + CLOCK.format(now) + "|"
                        + CLOCK.format(now.plusMinutes(1))));
        assertThat(tv.page().locator("#k-date")).hasText(DATE.format(now));
    }

    /** A last change reaches it, and it shows what a page shows that is opened now. */
    private void itIsRight(Tab tab) {
        eiger.simulation().peopleAtWork(false);
        SimulatedPrinter printer = eiger.simulation().printer("X7-03");
        printer.mend();
        printer.makeReady();
        assertThat(tab.element("printer", printer.id())).hasAttribute("data-group", "ready");
        printer.jam();
        assertThat(tab.element("printer", printer.id())).hasAttribute("data-group", "hands");
        tv.live(LONG);
        tv.right(LONG);
    }

    private void itHoldsNoMoreThanAtFirst() {
        TvHealth first = hours.get(0);
        TvHealth last = hours.get(hours.size() - 1);
        long before = most(hours.subList(0, Math.min(ROUND, hours.size())));
        long after = most(hours);
        System.out.println("first hour %s%nlast hour  %s".formatted(first, last));
        System.out.println(
                "most in the first %d hours %.2f MB, in all %.2f MB".formatted(ROUND, before / 1e6, after / 1e6));
        assertThat(after).isLessThanOrEqualTo((long) (before * ALLOWED));
        assertThat(last.heap()).isLessThanOrEqualTo((long) (first.heap() * ALLOWED));
        assertThat(last.detached()).isLessThanOrEqualTo(first.detached() + 20);
        assertThat(last.listeners()).isEqualTo(first.listeners());
        assertThat(last.documents()).isEqualTo(first.documents());
    }

    private void rest(Duration span) {
        tv.page().waitForTimeout((double) span.toMillis());
    }

    private static long most(List<TvHealth> hours) {
        return hours.stream().mapToLong(TvHealth::heap).max().orElseThrow();
    }
}
