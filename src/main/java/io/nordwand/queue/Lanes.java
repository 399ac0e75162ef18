package io.nordwand.queue;

import io.nordwand.farm.ActiveJob;
import io.nordwand.farm.Build;
import io.nordwand.farm.Forecast;
import io.nordwand.farm.Material;
import io.nordwand.farm.MaterialFinding;
import io.nordwand.farm.Person;
import io.nordwand.farm.Printer;
import io.nordwand.farm.QueueEntry;
import io.nordwand.farm.Schedule;
import io.nordwand.farm.Slot;
import io.nordwand.farm.StateGroup;
import io.nordwand.farm.Taking;
import io.nordwand.web.ElementId;
import io.nordwand.web.Paths;
import io.nordwand.web.SearchText;
import io.nordwand.web.Spool;
import io.nordwand.web.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes a printer and its forecast into a lane. */
final class Lanes {

    private Lanes() {}

    static Lane of(Printer printer, Forecast forecast, Duration turnover, Locale locale) {
        var report = printer.report();
        Schedule schedule = forecast.schedule();
        Slot now = schedule.running();
        List<Lack> lacks = Lack.of(forecast.materials());
        Item running = now == null ? null : running(printer, now, forecast, lacks);
        List<Item> items = IntStream.range(0, forecast.entries().size())
                .mapToObj(i -> item(printer, forecast, i, lacks))
                .toList();
        boolean held = printer.group() == StateGroup.HANDS || printer.group() == StateGroup.FINISHED;
        return new Lane(
                ElementId.of("lane", printer.id().value()),
                Paths.printer(printer.id()),
                report.displayName(),
                Words.fold(report.displayName()),
                report.series().strip(),
                printer.group(),
                report.state() == null || report.state().isBlank() ? null : report.state(),
                percent(printer.lastJob()),
                printer.group() == StateGroup.READY && report.activeJob() == null,
                forecast.read(),
                report.queueLength(),
                printer.since().at(),
                held && !(items.isEmpty() && running == null) ? schedule.asOf() : null,
                turnover,
                schedule.freeAt(),
                schedule.work(),
                spools(printer, locale),
                materials(printer, forecast),
                running,
                items,
                lacks,
                text(printer, forecast));
    }

    private static Item running(Printer printer, Slot slot, Forecast forecast, List<Lack> lacks) {
        ActiveJob job = printer.report().activeJob();
        return new Item(
                ElementId.of("now", printer.id().value()),
                0,
                "",
                slot.build() == null ? "" : slot.build().id().value(),
                slot.build() == null ? null : slot.build().displayTitle(),
                slot.build() == null ? null : Paths.preview(slot.build().id()),
                null,
                slot.startsAt(),
                slot.endsAt(),
                job == null ? null : job.remaining(),
                null,
                parts(forecast, 0),
                support(slot.build()),
                at(lacks, 0),
                fails(forecast, 0));
    }

    private static Item item(Printer printer, Forecast forecast, int i, List<Lack> lacks) {
        QueueEntry entry = forecast.entries().get(i);
        Slot slot = forecast.schedule().waiting().get(i);
        Build build = entry.build();
        Person person = entry.requester();
        int index = i + (forecast.schedule().running() == null ? 0 : 1);
        String word = entry.state();
        return new Item(
                ElementId.of("item", printer.id().value() + "-" + entry.id().value()),
                i + 1,
                entry.id().value(),
                build == null ? "" : build.id().value(),
                build == null ? null : build.displayTitle(),
                build == null ? null : Paths.preview(build.id()),
                word == null || word.strip().equalsIgnoreCase("queued") ? null : word,
                slot.startsAt(),
                slot.endsAt(),
                build == null ? null : build.estimate(),
                person == null ? null : person.name(),
                parts(forecast, index),
                support(build),
                at(lacks, i + 1),
                fails(forecast, index));
    }

    private static List<Item.Part> parts(Forecast forecast, int index) {
        return forecast.materials().spools().stream()
                .map(spool -> new Item.Part(spool.material(), spool.takings().get(index)))
                .filter(part -> part.taking().needed())
                .toList();
    }

    private static boolean fails(Forecast forecast, int index) {
        return forecast.materials().spools().stream()
                .map(spool -> spool.takings().get(index).finding())
                .anyMatch(finding -> finding == MaterialFinding.SHORT || finding == MaterialFinding.OTHER_MATERIAL);
    }

    private static List<Lack> at(List<Lack> lacks, int number) {
        return lacks.stream().filter(lack -> lack.number() == number).toList();
    }

    private static @Nullable Double support(@Nullable Build build) {
        Double need = build == null ? null : build.needs().supportCubicCentimetres();
        return need == null || need <= 0 ? null : need;
    }

    private static @Nullable Integer percent(@Nullable ActiveJob job) {
        Double progress = job == null ? null : job.progressPercent();
        return progress == null || progress.isNaN() ? null : (int) Math.floor(Math.max(0, Math.min(100, progress)));
    }

    private static List<Spool> spools(Printer printer, Locale locale) {
        Spool first = Spool.of("primary", printer.report().primary(), locale);
        Material second = printer.report().secondary();
        return second == null || second.name() == null
                ? List.of(first)
                : List.of(first, Spool.of("secondary", second, locale));
    }

    private static List<String> materials(Printer printer, Forecast forecast) {
        Stream<@Nullable String> loaded = Stream.of(
                        printer.report().primary(), printer.report().secondary())
                .filter(Objects::nonNull)
                .map(Material::name);
        Stream<@Nullable String> needed = forecast.materials().spools().stream()
                .flatMap(spool -> spool.takings().stream())
                .map(Taking::material);
        List<String> names = new ArrayList<>();
        Stream.concat(loaded, needed).forEach(name -> {
            if (name != null && !names.contains(name)) {
                names.add(name);
            }
        });
        return List.copyOf(names);
    }

    private static SearchText text(Printer printer, Forecast forecast) {
        List<String> texts = new ArrayList<>(
                List.of(printer.report().displayName(), printer.report().model()));
        forecast.schedule().slots().forEach(slot -> {
            if (slot.build() != null) {
                texts.add(slot.build().displayTitle());
            }
        });
        forecast.entries().forEach(entry -> {
            if (entry.requester() != null && entry.requester().name() != null) {
                texts.add(entry.requester().name());
            }
        });
        return SearchText.of(texts);
    }
}
