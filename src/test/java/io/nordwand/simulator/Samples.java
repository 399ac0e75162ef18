package io.nordwand.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** One call for each operation and each status that it gives without a fault, in an order that works. */
final class Samples {

    private static final String NOBODY = "00000000-0000-4000-8000-000000000000";
    private static final String WRONG = "not-an-id";
    private static final String FORM = "multipart/form-data; boundary=edge";
    private static final String TRIANGLE = """
            solid t
            facet normal 0 0 1
            outer loop
            vertex 0 0 0
            vertex 1 0 0
            vertex 0 1 0
            endloop
            endfacet
            endsolid t
            """;

    private final Browser browser;
    private final Simulation simulation;
    private final List<Sample> all = new ArrayList<>();

    private Samples(Browser browser, Simulation simulation) {
        this.browser = browser;
        this.simulation = simulation;
    }

    static List<Sample> of(Browser browser, Simulation simulation) {
        Samples samples = new Samples(browser, simulation);
        samples.devices();
        samples.builds();
        samples.jobs();
        samples.parts();
        samples.people();
        return samples.all;
    }

    private void devices() {
        String device = "/devices/" + simulation.printer("X7-04").id();
        String queue = device + "/queue";
        String busy = "/devices/" + simulation.printer("X7-01").id();
        UUID entry = simulation.queueOf("X7-01").get(2).id();
        String build = body(simulation.builds("Vacuum cup plate rev C").get(0).toString());
        String unfit = body(simulation.builds("Cabin bracket L/R").get(0).toString());
        get("listDevices", 200, "/devices?page%5Bsize%5D=1000&sort%5Bby%5D=name&sort%5Border%5D=desc");
        get("readDevice", 200, busy);
        get("readDevice", 404, "/devices/" + NOBODY);
        get("listDeviceQueue", 200, busy + "/queue");
        get("listDeviceQueue", 404, "/devices/" + NOBODY + "/queue");
        get("readDeviceQueue", 200, busy + "/queue/" + entry);
        get("readDeviceQueue", 404, busy + "/queue/" + NOBODY);
        post("appendToDeviceQueue", 201, queue, build);
        post("appendToDeviceQueue", 400, queue, unfit);
        post("appendToDeviceQueue", 404, queue, body(NOBODY));
        delete("removeFromDeviceQueue", 204, busy + "/queue/" + entry);
        delete("removeFromDeviceQueue", 404, busy + "/queue/" + entry);
        post("printToPrinter", 201, device, build);
        post("printToPrinter", 400, device, unfit);
        post("printToPrinter", 404, "/devices/" + NOBODY, build);
        post("printToPrinter", 409, busy, build);
    }

    private void builds() {
        UUID build = simulation.builds("Vacuum cup plate rev C").get(0);
        String all = "{\"builds\":[\"" + build + "\"]}";
        get("listBuilds", 200, "/builds?page%5Bsize%5D=1000&sort%5Bby%5D=created_at&sort%5Border%5D=desc");
        get("readBuild", 200, "/builds/" + build);
        get("readBuild", 400, "/builds/" + WRONG);
        get("readBuild", 404, "/builds/" + NOBODY);
        get("listApprovedBuilds", 204, "/builds/approved");
        put("approveBuilds", 204, "/builds/approved", all);
        put("approveBuilds", 404, "/builds/approved", "{\"builds\":[\"" + NOBODY + "\"]}");
        get("listApprovedBuilds", 200, "/builds/approved");
        delete("disableApprovedBuilds", 204, "/builds/approved");
        post("sendBuildToBacklog", 201, "/backlog/" + build, "{\"dueDate\":\"2026-03-01\"}");
        post("sendBuildToBacklog", 400, "/backlog/" + NOBODY, "{}");
        post("sendBuildToJobRequestQueue", 201, "/job-requests/" + build, "{}");
        post("sendBuildToJobRequestQueue", 400, "/job-requests/" + build, "{\"dueDate\":\"soon\"}");
        delete("removeBuildFromJobRequestQueue", 204, "/job-requests/" + build);
        delete("removeBuildFromJobRequestQueue", 500, "/job-requests/" + NOBODY);
    }

    private void jobs() {
        String job = "/print_jobs/" + simulation.printer("X7-01").activeJob();
        String part = "/printed_parts/" + first(job + "/scan_report", "printed_part_id");
        get("listPrintJobs", 200, "/print_jobs?page%5Bsize%5D=1000");
        get("readPrintJob", 200, job);
        get("readPrintJob", 400, "/print_jobs/" + WRONG);
        get("readPrintJob", 404, "/print_jobs/" + NOBODY);
        get("getPrintJobPartScanReport", 200, job + "/scan_report");
        get("getPrintJobPartScanReport", 400, "/print_jobs/" + WRONG + "/scan_report");
        get("getPrintJobPartScanReport", 404, "/print_jobs/" + NOBODY + "/scan_report");
        get("listPrintedParts", 200, "/printed_parts?page%5Bsize%5D=1000");
        get("readPrintedPart", 200, part);
        get("readPrintedPart", 400, "/printed_parts/" + WRONG);
        get("readPrintedPart", 404, "/printed_parts/" + NOBODY);
        get("getPrintedPartScanReport", 200, part + "/scan_report");
        get("getPrintedPartScanReport", 400, "/printed_parts/" + WRONG + "/scan_report");
        get("getPrintedPartScanReport", 404, "/printed_parts/" + NOBODY + "/scan_report");
    }

    private void parts() {
        UUID build = simulation.builds("Vacuum cup plate rev C").get(0);
        var version = browser.json("/builds/" + build).path("part_versions").get(0);
        String versions = "/part_versions/";
        String id = version.path("id").asString();
        String slice = Browser.json(browser.form("/parts/upload_stl", FORM, upload(TRIANGLE)))
                .path("slice_job_id")
                .asString();
        get("readPart", 200, "/parts/" + version.path("part_id").asString());
        get("readPart", 400, "/parts/" + WRONG);
        get("readPart", 500, "/parts/" + NOBODY);
        get("readPartVersion", 200, versions + id);
        get("readPartVersion", 400, versions + WRONG);
        get("readPartVersion", 500, versions + NOBODY);
        get("readSignedURL", 200, versions + id + "/download");
        get("readSignedURL", 400, versions + WRONG + "/download");
        get("readSignedURL", 500, versions + NOBODY + "/download");
        all.add(new Sample("uploadStl", 201, "POST", "/parts/upload_stl", FORM, upload(TRIANGLE)));
        all.add(new Sample("uploadStl", 400, "POST", "/parts/upload_stl", FORM, upload("no model")));
        get("getSliceStatus", 200, "/parts/slice_status/" + slice);
        get("getSliceStatus", 400, "/parts/slice_status/" + WRONG);
        get("getSliceStatus", 500, "/parts/slice_status/" + NOBODY);
        get("getOrgSettingsPresets", 200, "/parts/settings_presets");
    }

    private void people() {
        String user = browser.json("/users").path("items").get(0).path("id").asString();
        get("listUsers", 200, "/users");
        get("listUsers", 400, "/users?page%5Bsize%5D=0");
        get("fetchUser", 200, "/users/" + user);
        get("fetchUser", 400, "/users/" + WRONG);
        get("fetchUser", 404, "/users/" + NOBODY);
        get("getCustomAnalyticsCSV", 200, "/dashboard/custom_analytics_csv");
        get("getCustomAnalyticsCSV", 400, "/dashboard/custom_analytics_csv?filter%5Btimespan%5D%5Beq%5D=fortnight");
    }

    private String first(String path, String field) {
        return browser.json(path).get(0).path(field).asString();
    }

    private void get(String operation, int status, String path) {
        all.add(Sample.get(operation, status, path));
    }

    private void post(String operation, int status, String path, String body) {
        all.add(Sample.of(operation, status, "POST", path, body));
    }

    private void put(String operation, int status, String path, String body) {
        all.add(Sample.of(operation, status, "PUT", path, body));
    }

    private void delete(String operation, int status, String path) {
        all.add(Sample.of(operation, status, "DELETE", path, null));
    }

    private static String body(String build) {
        return "{\"build\":\"" + build + "\"}";
    }

    static String upload(String stl) {
        return "--edge\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nClip\r\n"
                + "--edge\r\nContent-Disposition: form-data; name=\"stlFile\"; filename=\"clip.stl\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n" + stl + "\r\n--edge--\r\n";
    }
}
