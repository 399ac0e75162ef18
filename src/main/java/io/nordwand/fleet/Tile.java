package io.nordwand.fleet;

import io.nordwand.farm.ActiveJob;
import io.nordwand.farm.Build;
import io.nordwand.farm.Forecast;
import io.nordwand.farm.Material;
import io.nordwand.farm.Printer;
import io.nordwand.farm.QueueEntry;
import io.nordwand.web.SearchText;
import io.nordwand.web.Words;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A printer's card with what it is found, filtered and sorted by.
 *
 * @param card what is shown
 * @param sortName its name, folded
 * @param series series as Eiger wrote it, may be blank
 * @param materials names of what is loaded
 * @param level cm³ left of the first material, whole, or null when not known
 * @param text what it can be found by
 */
record Tile(
        PrinterCard card,
        String sortName,
        String series,
        List<String> materials,
        @Nullable Long level,
        SearchText text) {

    static Tile of(Printer printer, Forecast forecast, Locale locale) {
        var report = printer.report();
        PrinterCard card = PrinterCard.of(printer, forecast, locale);
        Double left = report.primary() == null ? null : report.primary().remainingCubicCentimetres();
        return new Tile(
                card,
                Words.fold(card.name()),
                report.series().strip(),
                Stream.of(report.primary(), report.secondary())
                        .filter(Objects::nonNull)
                        .map(Material::name)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                left == null ? null : Math.round(left),
                text(printer, card));
    }

    private static SearchText text(Printer printer, PrinterCard card) {
        List<QueueEntry> queue =
                printer.queue() == null ? List.of() : printer.queue().entries();
        ActiveJob job = printer.lastJob();
        Build active = job == null ? null : job.build();
        Stream<Build> builds = Stream.concat(Stream.of(active), queue.stream().map(QueueEntry::build))
                .filter(Objects::nonNull);
        Stream<String> people = queue.stream()
                .map(QueueEntry::requester)
                .filter(Objects::nonNull)
                .map(person -> Objects.requireNonNullElse(person.name(), ""));
        return SearchText.of(Stream.of(Stream.of(card.name(), card.model()), builds.map(Build::title), people)
                .flatMap(each -> each)
                .toList());
    }
}
