package io.nordwand.kiosk;

import io.nordwand.farm.Farm;
import io.nordwand.farm.Printer;
import io.nordwand.web.NaturalOrder;
import io.nordwand.web.Words;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What there is to choose from for a screen.
 *
 * @param series names of series, as Eiger writes them, those that are chosen and gone as well
 * @param printers printers in order of their names, those that are chosen and gone last
 * @param locales languages, with their ways to write dates and numbers
 * @param zones time zones
 */
public record Choices(List<String> series, List<Option> printers, List<Option> locales, List<String> zones) {

    /**
     * Something to choose.
     *
     * @param key as forms carry it
     * @param name as people read it
     * @param more what tells it from others, may be blank
     */
    public record Option(String key, String name, String more) {}

    /** Those that screens have words in; any other one that is set goes on to be the one of dates and numbers. */
    private static final List<String> LANGUAGES =
            List.of("en-GB", "en-US", "en-CA", "en-IE", "en-AU", "de-DE", "de-AT", "de-CH");

    /** For a screen that shows this now. */
    static Choices of(Farm farm, Display now) {
        return new Choices(series(farm, now), printers(farm, now), locales(now), allZones());
    }

    private static List<String> series(Farm farm, Display now) {
        Stream<String> there = farm.printers().values().stream()
                .map(printer -> printer.report().series())
                .filter(each -> !each.isBlank());
        Stream<String> chosen =
                now.printers().kind() == Choice.Kind.SERIES ? now.printers().keys().stream() : Stream.of();
        return List.copyOf(new TreeSet<>(Stream.concat(there, chosen).toList()));
    }

    private static List<Option> printers(Farm farm, Display now) {
        List<Option> options = new ArrayList<>(farm.printers().values().stream()
                .sorted(Comparator.comparing(
                                (Printer printer) -> Words.fold(printer.report().displayName()), NaturalOrder.FOLDED)
                        .thenComparing(printer -> printer.id().value()))
                .map(printer -> new Option(
                        printer.id().value(),
                        printer.report().displayName(),
                        printer.report().series()))
                .toList());
        Set<String> known = new HashSet<>(options.stream().map(Option::key).toList());
        if (now.printers().kind() != Choice.Kind.SERIES) {
            now.printers().keys().stream().filter(known::add).forEach(gone -> options.add(new Option(gone, gone, "")));
        }
        return options;
    }

    private static List<Option> locales(Display now) {
        return Stream.concat(LANGUAGES.stream(), Stream.of(now.locale().toLanguageTag()))
                .distinct()
                .map(tag -> new Option(tag, Locale.forLanguageTag(tag).getDisplayName(Locale.ENGLISH), ""))
                .toList();
    }

    private static List<String> allZones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> zone.matches("[A-Z][a-z]+/[A-Z].*") && !zone.startsWith("Etc/"))
                .sorted()
                .toList();
    }
}
