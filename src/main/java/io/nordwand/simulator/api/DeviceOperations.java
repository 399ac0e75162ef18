package io.nordwand.simulator.api;

import io.nordwand.simulator.world.Machine;
import io.nordwand.simulator.world.Printer;
import io.nordwand.simulator.world.Timeline;
import io.nordwand.simulator.world.World;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Devices, their queues, and starting a print. */
final class DeviceOperations {

    private static final String QUEUE = "/devices/{device_id}/queue";
    private static final String ENTRY = QUEUE + "/{queued_job_id}";
    private static final Map<String, Comparator<Printer>> ORDERS = Map.of(
            "name", Comparator.comparing(printer -> printer.machine().name(), String.CASE_INSENSITIVE_ORDER),
            "created_at", Query.byTime(printer -> printer.machine().createdAt()),
            "updated_at", Query.byTime(printer -> printer.machine().updatedAt()));

    private final Timeline timeline;

    DeviceOperations(Timeline timeline) {
        this.timeline = timeline;
    }

    List<Route> routes() {
        return List.of(
                Route.get("listDevices", "/devices", this::list),
                Route.get("readDevice", "/devices/{device_id}", this::read).invalid(404),
                Route.post("printToPrinter", "/devices/{device_id}", this::print),
                Route.get("listDeviceQueue", QUEUE, this::queue).invalid(404),
                Route.post("appendToDeviceQueue", QUEUE, this::append),
                Route.get("readDeviceQueue", ENTRY, this::entry).invalid(404),
                Route.delete("removeFromDeviceQueue", ENTRY, this::remove));
    }

    private Answer list(Call call) {
        World world = timeline.world();
        Query query = call.query();
        return query.page(
                world.printers().stream()
                        .filter(query.times(
                                "created_at", printer -> machine(printer).createdAt()))
                        .filter(query.times(
                                "updated_at", printer -> machine(printer).updatedAt()))
                        .filter(query.words("name", printer -> machine(printer).name())),
                ORDERS,
                "name",
                "asc",
                printer -> DeviceViews.extended(printer, world, call.links()));
    }

    private Answer read(Call call) {
        World world = timeline.world();
        return Answer.json(200, DeviceViews.extended(world.printer(call.id("device_id")), world, call.links()));
    }

    private Answer print(Call call) {
        var device = call.id("device_id");
        var build = call.body().allowing("build").id("build");
        var job = timeline.change(world -> world.print(device, build));
        return Answer.json(201, JobViews.job(job, job.state()));
    }

    private Answer queue(Call call) {
        World world = timeline.world();
        Printer printer = world.printer(call.id("device_id"));
        List<?> entries = printer.listed(world.now()).stream()
                .map(entry -> DeviceViews.extended(entry, world, call.links()))
                .toList();
        return Answer.json(
                200, Json.object("device", DeviceViews.extended(printer, world, call.links()), "queue", entries));
    }

    private Answer append(Call call) {
        var device = call.id("device_id");
        var build = call.body().allowing("build").id("build");
        return Answer.json(201, DeviceViews.entry(timeline.change(world -> world.append(device, build))));
    }

    private Answer entry(Call call) {
        World world = timeline.world();
        var entry = world.entry(call.id("device_id"), call.id("queued_job_id"));
        return Answer.json(200, DeviceViews.extended(entry, world, call.links()));
    }

    private Answer remove(Call call) {
        var device = call.id("device_id");
        var entry = call.id("queued_job_id");
        timeline.change(world -> world.remove(device, entry));
        return Answer.none(204);
    }

    private static Machine machine(Printer printer) {
        return printer.machine();
    }
}
