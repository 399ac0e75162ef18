package io.nordwand.kiosk;

import static io.nordwand.farm.FarmFixtures.NOW;
import static io.nordwand.farm.FarmFixtures.build;

import io.nordwand.farm.ActiveJob;
import io.nordwand.farm.Caution;
import io.nordwand.farm.FarmFixtures;
import io.nordwand.farm.JobId;
import io.nordwand.farm.Material;
import io.nordwand.farm.Printer;
import io.nordwand.farm.PrinterId;
import io.nordwand.farm.PrinterReport;
import io.nordwand.farm.Since;
import io.nordwand.farm.StateGroup;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Halls of printers in all states, with words, names and titles that are as awkward as Eiger's may be. */
final class Hall {

    private static final List<String> HANDS = List.of(
            "Fiber Jam",
            "Out of Material",
            "Print Failure Detected",
            "Purge Strip Removal Needed",
            "Vacuum Not Engaged",
            "Dislocation Error",
            "User Action Required",
            "Offline");
    private static final List<String> TITLES = List.of(
            "Gripper finger v7 ×12",
            "Cabin bracket left/right, second revision for the spring trials",
            "Drill jig 4471-B",
            "Wärmetauscherabdeckung_hinten_links_v12_final_FINAL");

    /** Of other alphabets, of pictures, endless, without a letter, and with signs that a page has a meaning for. */
    private static final List<String> ODD = List.of(
            "打印机三号机房北侧窗户旁边的大机器",
            "プリンター １号機",
            "طابعة رقم واحد في المصنع الكبير",
            "🖨️🖨️🖨️🔥🔥 Onyx 🇩🇪",
            "W".repeat(36),
            "a",
            "...",
            "Щётка-ЖЮЩФ Принтер номер восемь",
            "x".repeat(300),
            "e\u0301e\u0301 combining e\u0301\u0302\u0303",
            "<b>bold</b> & \"quoted\"",
            "— — — —",
            "Line\nbreak\ttab",
            "ŒUVRE ŒUVRE ŒUVRE Ŵ");

    private Hall() {}

    /** So many printers: of ten five print, one needs hands, one is finished, one is ready, one is off, one is unknown. */
    static List<Printer> of(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> printer(i, name(i), TITLES.get(i % TITLES.size())))
                .toList();
    }

    /** The same with names and titles as nobody should choose them. */
    static List<Printer> odd(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> printer(
                        i,
                        ODD.get(i % ODD.size()) + (i < ODD.size() ? "" : " " + i),
                        ODD.get((i * 5 + 3) % ODD.size())))
                .toList();
    }

    /** Titles of what they print; a job's id is {@code job-<title>}. */
    static List<String> titles() {
        return TITLES;
    }

    private static Printer printer(int i, String name, String title) {
        Instant since = NOW.minusSeconds(60L * (7 + i * 37 % 1700));
        return switch (i % 10) {
            case 1 -> {
                String word = HANDS.get(i / 10 % HANDS.size());
                yield printer(name, word, StateGroup.HANDS, job(title, 43.0, 300), since, Set.of());
            }
            case 3 ->
                printer(
                        name,
                        i % 20 == 3 ? "Print Finished" : "Print Bed Needs Clearing",
                        StateGroup.FINISHED,
                        null,
                        since,
                        Set.of());
            case 5 -> FarmFixtures.queued(printer(name, "Ready", StateGroup.READY, null, since, Set.of()), title);
            case 7 ->
                printer(
                        name,
                        i % 20 == 7 ? "Offline" : "Configuration in Progress",
                        StateGroup.OFF,
                        null,
                        since,
                        Set.of());
            case 9 ->
                printer(
                        name,
                        i % 20 == 9 ? null : "Recalibrating Flux Manifold",
                        StateGroup.UNKNOWN,
                        null,
                        since,
                        Set.of());
            case 4 ->
                printer(
                        name,
                        "Low on Material",
                        StateGroup.PRINTING,
                        job(title, 88.0, 65),
                        since,
                        Set.of(Caution.SPOOL_SOON));
            case 6 -> printer(name, "Printing", StateGroup.PRINTING, job(title, null, null), since, Set.of());
            case 8 ->
                FarmFixtures.queued(
                        printer(name, "Printing", StateGroup.PRINTING, job(title, 100.0, 1), since, Set.of()),
                        title,
                        "Jaw");
            default ->
                printer(name, "Printing", StateGroup.PRINTING, job(title, 7.0, 460 + i * 29 % 3000), since, Set.of());
        };
    }

    /** Mostly short; some are long and differ at the end or in the middle, two are the same. */
    private static String name(int i) {
        return switch (i) {
            case 11 -> "Markforged X7 Halle Süd, Fenster links";
            case 21 -> "Markforged X7 Halle Süd, Fenster rechts";
            case 14 -> "Prototypenwerkstatt_Onyx_Pro_Nord";
            case 33, 34 -> "Mark Two";
            default -> "%s-%03d".formatted(List.of("X7", "M2", "FX", "MX").get(i % 4), i + 1);
        };
    }

    private static ActiveJob job(String title, @Nullable Double percent, @Nullable Integer minutes) {
        return new ActiveJob(
                new JobId("job-" + title),
                build(title),
                "Printing",
                "Printing",
                null,
                null,
                percent,
                minutes == null ? null : Duration.ofMinutes(minutes),
                NOW.minusSeconds(7200));
    }

    private static Printer printer(
            String name,
            @Nullable String state,
            StateGroup group,
            @Nullable ActiveJob job,
            Instant since,
            Set<Caution> cautions) {
        Printer sample = FarmFixtures.printer(name, state, group, job);
        PrinterReport report = sample.report();
        int number = Math.floorMod((name + state + since).hashCode(), 1_000_000);
        return new Printer(
                new PrinterReport(
                        new PrinterId("id-" + number),
                        name,
                        report.model(),
                        report.series(),
                        state,
                        new Material("Onyx", number % 3 == 0 ? 60.0 : 640.0),
                        report.secondary(),
                        0,
                        Duration.ZERO,
                        job,
                        List.of()),
                group,
                cautions,
                new Since(since, number % 4 != 0),
                sample.finishAt(),
                "Offline".equals(state) && group == StateGroup.HANDS,
                sample.queue(),
                NOW);
    }
}
