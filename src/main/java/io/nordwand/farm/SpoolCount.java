package io.nordwand.farm;

import io.nordwand.farm.SpoolForecast.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts one spool down, job by job. */
final class SpoolCount {

    /** Less than this is the noise of adding decimals, not material. */
    private static final double NOISE = 1e-6;

    private static final long STEP_SECONDS = 300;

    private final Place place;
    private final @Nullable Material loaded;
    private final @Nullable Double level;
    private final Schedule schedule;
    private final List<Taking> takings = new ArrayList<>();
    /** What is left, or null when that can't be told any more. */
    private @Nullable Double left;
    /** What is left at most, since needs that are not known are not below zero; null when the level is not known. */
    private @Nullable Double atMost;

    private @Nullable Shortfall shortfall;
    private @Nullable Swap swap;

    private SpoolCount(Place place, @Nullable Material loaded, @Nullable Double level, Schedule schedule) {
        this.place = place;
        this.loaded = loaded;
        this.level = level;
        this.schedule = schedule;
        this.left = level;
        this.atMost = level;
    }

    /** The spool's forecast; the schedule is of the same printer and entries. */
    static SpoolForecast of(Place place, PrinterReport report, List<QueueEntry> entries, Schedule schedule) {
        boolean contact = StateWord.of(report.state()).inContact();
        Material loaded = !contact ? null : place == Place.PRIMARY ? report.primary() : report.secondary();
        ActiveJob job = report.activeJob();
        SpoolCount count = new SpoolCount(place, loaded, level(loaded, job != null), schedule);
        if (schedule.running() != null) {
            count.running(job);
        }
        List<Slot> slots = schedule.waiting();
        for (int i = 0; i < entries.size(); i++) {
            count.waiting(i + 1, entries.get(i), slots.get(i));
        }
        return count.forecast();
    }

    /** A level of zero on a printing device is not metered (field note 40). */
    private static @Nullable Double level(@Nullable Material loaded, boolean prints) {
        Double level =
                loaded == null || loaded.name() == null ? null : Demand.amount(loaded.remainingCubicCentimetres());
        return level != null && level == 0 && prints ? null : level;
    }

    /** What a job takes that prints with another material than it names nobody knows; it is not subtracted. */
    private void running(@Nullable ActiveJob job) {
        Demand rest =
                Demand.of(place, job == null ? null : job.build()).rest(job == null ? null : job.progressPercent());
        boolean puzzling = loaded != null && rest.other(loaded.name());
        take(0, null, puzzling ? new Demand(rest.material(), null) : rest, schedule.running());
    }

    private void waiting(int number, QueueEntry entry, Slot slot) {
        Demand demand = Demand.of(place, entry.build());
        String material = demand.material();
        if (loaded == null || material == null || !demand.other(loaded.name())) {
            take(number, entry.id(), demand, slot);
            return;
        }
        if (swap == null) {
            swap = new Swap(number, entry.id(), slot.startsAt(), material, demand.cubicCentimetres());
        } else if (MaterialName.same(swap.material(), material)) {
            swap = swap.and(demand.cubicCentimetres());
        }
        add(number, entry.id(), demand, MaterialFinding.OTHER_MATERIAL);
    }

    private void take(int number, @Nullable EntryId entry, Demand demand, @Nullable Slot slot) {
        if (demand.nothing()) {
            add(number, entry, demand, MaterialFinding.ENOUGH);
            return;
        }
        Double need = demand.cubicCentimetres();
        Double before = left;
        left = before == null || need == null ? null : settled(before - need);
        atMost = atMost == null || need == null ? atMost : Double.valueOf(settled(atMost - need));
        if (atMost == null || atMost >= 0) {
            add(number, entry, demand, left == null ? MaterialFinding.UNKNOWN : MaterialFinding.ENOUGH);
            return;
        }
        add(number, entry, demand, MaterialFinding.SHORT);
        if (shortfall == null) {
            boolean exact = before != null && need != null;
            shortfall = new Shortfall(
                    number,
                    entry,
                    before != null && need != null ? moment(slot, before / need) : null,
                    !exact,
                    entry == null || slot == null ? null : slot.startsAt(),
                    loaded == null || loaded.name() == null ? "" : loaded.name(),
                    -atMost,
                    -atMost,
                    !exact);
        }
    }

    /** About when in that job this share of what it takes is used up, in steps of five minutes: it is all estimates. */
    private @Nullable Instant moment(@Nullable Slot slot, double share) {
        Instant from = slot == null ? null : slot.running() ? schedule.asOf() : slot.startsAt();
        Instant to = slot == null ? null : slot.endsAt();
        if (from == null || to == null) {
            return null;
        }
        Instant at = from.plusSeconds(
                Math.round(Math.max(0, Duration.between(from, to).toSeconds()) * share));
        Instant step = at.minusSeconds(Math.floorMod(at.getEpochSecond(), STEP_SECONDS));
        return step.isBefore(from) ? from : step;
    }

    private static double settled(double amount) {
        return Math.abs(amount) < NOISE ? 0 : amount;
    }

    private void add(int number, @Nullable EntryId entry, Demand demand, MaterialFinding finding) {
        takings.add(new Taking(number, entry, demand.material(), demand.cubicCentimetres(), left, finding));
    }

    private SpoolForecast forecast() {
        Taking first = takings.isEmpty() || !takings.get(0).running() ? null : takings.get(0);
        return new SpoolForecast(
                place,
                loaded != null,
                loaded == null ? null : loaded.name(),
                level,
                first == null ? Double.valueOf(0) : first.needCubicCentimetres(),
                takings,
                shortfall == null || atMost == null ? null : shortfall.bringing(-atMost, left == null),
                swap,
                finding());
    }

    private MaterialFinding finding() {
        if (shortfall != null) {
            return MaterialFinding.SHORT;
        }
        return takings.stream().map(Taking::finding).max(Enum::compareTo).orElse(MaterialFinding.ENOUGH);
    }
}
