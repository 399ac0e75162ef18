package io.nordwand.kiosk;

import io.nordwand.farm.ActiveJob;
import io.nordwand.farm.Build;
import io.nordwand.farm.Caution;
import io.nordwand.farm.EntryId;
import io.nordwand.farm.Forecast;
import io.nordwand.farm.JobId;
import io.nordwand.farm.Person;
import io.nordwand.farm.Printer;
import io.nordwand.farm.PrinterId;
import io.nordwand.farm.QueueEntry;
import io.nordwand.farm.Shortfall;
import io.nordwand.farm.Since;
import io.nordwand.farm.Slot;
import io.nordwand.farm.StateGroup;
import io.nordwand.farm.Swap;
import io.nordwand.web.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All that any screen shows of one printer, whatever its language, zone and size; made once for all screens.
 *
 * @param id device id
 * @param name name, or what stands for it
 * @param sortName its name, folded
 * @param series series as Eiger wrote it, may be blank
 * @param group what a person has to do
 * @param state state word as Eiger wrote it, or null
 * @param step which next step it is, the end of a message key: {@code fiber-jam}
 * @param since when the state was first seen
 * @param percent share done of the job in work, or null
 * @param finishAt expected end of the job in work, or null
 * @param title title of the build in work, or null when not known
 * @param job the job in work, or null
 * @param waitingFor full names of who asked for the waiting jobs, in the queue's order, as far as they are known
 * @param cautions what will become a problem, or does not add up
 * @param waiting waiting jobs, or null when not known
 * @param read whether the queue was read; otherwise the number of waiting jobs is Eiger's hint
 * @param runs the job in work and the waiting ones, as far as it can be told when they end
 * @param needs what has to be brought
 * @param freeAt when all is printed, or null when that can't be told
 * @param work how long all of it takes once the printer goes on, or null when not known
 */
record Spot(
        PrinterId id,
        String name,
        String sortName,
        String series,
        StateGroup group,
        @Nullable String state,
        String step,
        Since since,
        @Nullable Integer percent,
        @Nullable Instant finishAt,
        @Nullable String title,
        @Nullable JobId job,
        List<String> waitingFor,
        Set<Caution> cautions,
        @Nullable Integer waiting,
        boolean read,
        List<Run> runs,
        List<Need> needs,
        @Nullable Instant freeAt,
        @Nullable Duration work) {

    /**
     * A job that ends.
     *
     * @param endsAt when
     * @param title title of its build, or null when not known
     * @param nextTitle title of what follows, or null for nothing or what is not known
     * @param followed whether something follows
     * @param running whether it is the job in work
     * @param person full name of who asked for a waiting one, or null when not known
     */
    record Run(
            Instant endsAt,
            @Nullable String title,
            @Nullable String nextTitle,
            boolean followed,
            boolean running,
            @Nullable String person) {}

    /**
     * A spool to bring.
     *
     * @param other whether another material is needed; otherwise the one that is loaded runs out
     * @param material what to bring
     * @param cubicCentimetres how much, or null when not known
     * @param least whether it may be more
     * @param at when it is needed, or null when that can't be told
     * @param now whether the job in work lacks it
     */
    record Need(
            boolean other,
            String material,
            @Nullable Double cubicCentimetres,
            boolean least,
            @Nullable Instant at,
            boolean now) {}

    static Spot of(Printer printer, Forecast forecast) {
        var report = printer.report();
        ActiveJob job = printer.lastJob();
        Double progress = job == null ? null : job.progressPercent();
        boolean read = printer.queue() != null;
        return new Spot(
                printer.id(),
                report.displayName(),
                Words.fold(report.displayName()),
                report.series().strip(),
                printer.group(),
                report.state() == null || report.state().isBlank()
                        ? null
                        : report.state().strip(),
                printer.nextStepKey().substring("step.".length()),
                printer.since(),
                progress == null || progress.isNaN() ? null : (int) Math.floor(Math.max(0, Math.min(100, progress))),
                printer.finishAt(),
                title(job == null ? null : job.build()),
                job == null ? null : job.id(),
                forecast.entries().stream()
                        .map(Spot::person)
                        .filter(name -> !name.isEmpty())
                        .toList(),
                printer.cautions(),
                read ? Integer.valueOf(forecast.entries().size()) : report.queueLength(),
                read,
                runs(forecast),
                needs(forecast),
                forecast.schedule().freeAt(),
                forecast.schedule().work());
    }

    private static @Nullable String title(@Nullable Build build) {
        return build == null ? null : build.displayTitle();
    }

    private static String person(QueueEntry entry) {
        Person person = entry.requester();
        return person == null ? "" : People.name(person.name());
    }

    private static List<Run> runs(Forecast forecast) {
        Map<EntryId, String> people =
                forecast.entries().stream().collect(Collectors.toMap(QueueEntry::id, Spot::person, (one, two) -> one));
        List<Slot> slots = forecast.schedule().slots();
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < slots.size(); i++) {
            Slot slot = slots.get(i);
            Slot next = i + 1 < slots.size() ? slots.get(i + 1) : null;
            if (slot.endsAt() != null) {
                runs.add(new Run(
                        slot.endsAt(),
                        title(slot.build()),
                        next == null ? null : title(next.build()),
                        next != null || !forecast.read(),
                        slot.running(),
                        slot.entry() == null ? null : people.get(slot.entry())));
            }
        }
        return List.copyOf(runs);
    }

    private static List<Need> needs(Forecast forecast) {
        List<Need> needs = new ArrayList<>();
        for (Shortfall shortfall : forecast.materials().shortfalls()) {
            needs.add(new Need(
                    false,
                    shortfall.material(),
                    shortfall.bringCubicCentimetres(),
                    shortfall.atLeast(),
                    shortfall.at(),
                    shortfall.running()));
        }
        for (Swap swap : forecast.materials().swaps()) {
            needs.add(new Need(true, swap.material(), swap.needsCubicCentimetres(), false, swap.by(), false));
        }
        needs.sort(Comparator.comparing(Need::at, Comparator.nullsLast(Comparator.naturalOrder())));
        return List.copyOf(needs);
    }

    /** Whether a person has to come to it. */
    boolean asks() {
        return group == StateGroup.HANDS || group == StateGroup.FINISHED;
    }

    /** Whether something about it will become a problem if nobody acts, or does not add up. */
    boolean warned() {
        return !cautions.isEmpty() || !needs.isEmpty();
    }
}
