package io.nordwand.simulator.api;

import io.nordwand.simulator.world.Dice;
import io.nordwand.simulator.world.Entry;
import io.nordwand.simulator.world.Machine;
import io.nordwand.simulator.world.Printer;
import io.nordwand.simulator.world.Run;
import io.nordwand.simulator.world.Spool;
import io.nordwand.simulator.world.Stage;
import io.nordwand.simulator.world.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Devices and their queues as Eiger writes them. */
final class DeviceViews {

    private static final List<String> WEAR_PARTS =
            List.of("Plastic Nozzle", "Fiber Nozzle", "Bowden Tube", "Belt Tension");

    private DeviceViews() {}

    /** DeviceView. While a device is offline the keys of its materials are missing (field note 26). */
    static Map<String, @Nullable Object> device(Printer printer, Instant now) {
        Machine machine = printer.machine();
        List<Entry> waiting = printer.waiting();
        Map<String, @Nullable Object> view = Json.object(
                "id", machine.id(),
                "name", machine.name(),
                "device_type", machine.model(),
                "device_series", machine.series(),
                "created_at", Json.time(machine.createdAt()),
                "updated_at", Json.time(machine.updatedAt()),
                "queue_estimated_time_seconds", estimate(waiting),
                "queue_length", waiting.size());
        if (!printer.silent(now) && !machine.furnace()) {
            Spool first = printer.spool(false, now);
            Spool second = printer.spool(true, now);
            view.put("loaded_primary_material", first.material());
            view.put("loaded_secondary_material", second.material());
            view.put("ccs_primary_remaining", level(first));
            view.put("ccs_secondary_remaining", level(second));
        }
        if (!printer.reported(now).isEmpty()) {
            view.put("state", printer.reported(now));
        }
        return view;
    }

    /** DeviceViewExtended. The key of the active job is missing when there is none (field note 27). */
    static Map<String, @Nullable Object> extended(Printer printer, World world, Links links) {
        Map<String, @Nullable Object> view = device(printer, world.now());
        Run run = printer.run();
        if (run != null && shown(printer, run) && !printer.silent(world.now())) {
            Map<String, @Nullable Object> job = JobViews.job(run.job(), state(run));
            job.putAll(progress(run, world.now()));
            job.put("build", BuildViews.build(run.build(), world, links));
            view.put("active_job", job);
        }
        if (printer.machine().maintained()) {
            view.put("maintenance_status", maintenance(printer.machine()));
        }
        return view;
    }

    /** QueuedPrintJobView. */
    static Map<String, @Nullable Object> entry(Entry entry) {
        return Json.object(
                "id", entry.id(),
                "state", entry.state(),
                "queued_at", Json.time(entry.queuedAt()),
                "updated_at", Json.time(entry.updatedAt()));
    }

    /** QueuedPrintJobViewExtended. */
    static Map<String, @Nullable Object> extended(Entry entry, World world, Links links) {
        Map<String, @Nullable Object> view = entry(entry);
        view.put("build", BuildViews.build(entry.build(), world, links));
        view.put("requester", entry.requester() == null ? null : PeopleOperations.user(entry.requester()));
        return view;
    }

    /** Every second printer keeps showing a finished job until its bed is clear; nobody knows which is the rule. */
    private static boolean shown(Printer printer, Run run) {
        return run.visible() && (run.stage() != Stage.DONE || printer.machine().number() % 2 == 1);
    }

    private static String state(Run run) {
        return run.stage() == Stage.STOPPED ? "Paused" : run.job().state();
    }

    /** DeviceStatusView: moves about once a layer, the rest in whole minutes (field note 31). */
    private static Map<String, @Nullable Object> progress(Run run, Instant now) {
        int layers = Math.max(1, run.build().layers());
        double left = run.build().seconds() == null ? 0 : run.build().seconds() * (1 - run.share(now));
        int layer = Math.min(layers, run.layers(now) + 1);
        boolean scanning = run.build().inspected() && run.stage() == Stage.PRINTING && layer % 20 == 0;
        return Json.object(
                "printing_state",
                scanning ? "Scanning" : run.stage().word(),
                "current_layer",
                layer,
                "layer_count",
                layers,
                "progress",
                Math.round(run.layerShare(now) * 100),
                "estimated_seconds_remaining",
                (long) Math.ceil(left / 60) * 60);
    }

    private static double estimate(List<Entry> waiting) {
        double seconds = 0;
        for (Entry entry : waiting) {
            seconds += entry.build().seconds() == null ? 0 : entry.build().seconds();
        }
        return Json.rounded(seconds, 2);
    }

    private static @Nullable Double level(Spool spool) {
        if (spool.material() == null) {
            return null;
        }
        return spool.loaded() ? Double.valueOf(Json.rounded(spool.cubicCentimetres(), 3)) : null;
    }

    /** Wear parts with their words as free as they are in reality (field note 36). */
    private static List<Object> maintenance(Machine machine) {
        Dice dice = Dice.of(machine.seed(), "wear");
        List<Object> parts = new ArrayList<>();
        for (String title : WEAR_PARTS) {
            double left = Math.round(dice.between(-25, 100) * 10) / 10.0;
            String status = left < 0 ? "Due Now" : left < 15 ? "Due Soon" : left > 96 ? "upToDate" : "Up to Date";
            parts.add(Json.object("consumable_title", title, "status", status, "usage_remaining", left));
        }
        return parts;
    }
}
