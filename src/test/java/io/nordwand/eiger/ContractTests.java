package io.nordwand.eiger;

import static io.nordwand.eiger.EigerFixtures.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.eiger.api.BuildsApi;
import io.nordwand.eiger.api.DevicesApi;
import io.nordwand.eiger.api.JobsApi;
import io.nordwand.eiger.api.OrganizationApi;
import io.nordwand.eiger.api.PartsApi;
import io.nordwand.eiger.api.Query;
import io.nordwand.eiger.wire.Order;
import io.nordwand.farm.Trouble;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Every operation with every status that the contract declares for it. */
class ContractTests {

    private static final EigerServer EIGER = EigerServer.start();

    private static final Set<String> HIDE_NOT_FOUND =
            Set.of("readPart", "getSliceStatus", "getOrgSettingsPresets", "readPartVersion", "readSignedURL");

    @AfterEach
    void requestsKeepToTheContract() {
        EIGER.checkAndForget();
    }

    @AfterAll
    static void stop() {
        EIGER.close();
    }

    private static Operation op(
            String id, String method, String path, int success, String body, Function<EigerServer, Mono<?>> call) {
        return new Operation(id, method, path, success, body, call);
    }

    private static Stream<Operation> operations() {
        return Stream.of(devices(), builds(), jobs(), parts(), organization()).flatMap(List::stream);
    }

    private static List<Operation> devices() {
        Function<EigerServer, DevicesApi> api = eiger -> eiger.api(DevicesApi.class);
        String device = "/devices/" + DEVICE;
        String entry = device + "/queue/" + ENTRY;
        Order.OfBuild build = new Order.OfBuild(BUILD);
        return List.of(
                op(
                        "listDevices",
                        "GET",
                        "/devices",
                        200,
                        page(false, DEVICE_JSON),
                        e -> api.apply(e)
                                .listDevices(Query.ascending("name")
                                        .where("name", "eq", "Left & right")
                                        .where("created_at", "ge", Instant.EPOCH)
                                        .page(1, 1000))),
                op(
                        "readDevice",
                        "GET",
                        device,
                        200,
                        DEVICE_JSON,
                        e -> api.apply(e).readDevice(DEVICE)),
                op(
                        "printToPrinter",
                        "POST",
                        device,
                        201,
                        JOB_JSON,
                        e -> api.apply(e).printToPrinter(DEVICE, build)),
                op(
                        "listDeviceQueue",
                        "GET",
                        device + "/queue",
                        200,
                        QUEUE_JSON,
                        e -> api.apply(e).listDeviceQueue(DEVICE)),
                op(
                        "appendToDeviceQueue",
                        "POST",
                        device + "/queue",
                        201,
                        ENTRY_JSON,
                        e -> api.apply(e).appendToDeviceQueue(DEVICE, build)),
                op(
                        "readDeviceQueue",
                        "GET",
                        entry,
                        200,
                        ENTRY_JSON,
                        e -> api.apply(e).readDeviceQueue(DEVICE, ENTRY)),
                op(
                        "removeFromDeviceQueue",
                        "DELETE",
                        entry,
                        204,
                        "",
                        e -> api.apply(e).removeFromDeviceQueue(DEVICE, ENTRY)));
    }

    private static List<Operation> builds() {
        Function<EigerServer, BuildsApi> api = eiger -> eiger.api(BuildsApi.class);
        Order.OfDay day = new Order.OfDay(LocalDate.of(2026, 3, 1));
        return List.of(
                op(
                        "listBuilds",
                        "GET",
                        "/builds",
                        200,
                        page(false, BUILD_JSON),
                        e -> api.apply(e)
                                .listBuilds(Query.descending("created_at")
                                        .where("approved", "eq", true)
                                        .where("part_count", "ge", 1)
                                        .where("title", "eq", "Größe 50 % [v2] + x")
                                        .page(2, 1000))),
                op(
                        "readBuild",
                        "GET",
                        "/builds/" + BUILD,
                        200,
                        FULL_BUILD_JSON,
                        e -> api.apply(e).readBuild(BUILD)),
                op(
                        "listApprovedBuilds",
                        "GET",
                        "/builds/approved",
                        200,
                        page(false, BUILD_JSON),
                        e -> api.apply(e).listApprovedBuilds(Query.unsorted().page(1, 1000))),
                op(
                        "approveBuilds",
                        "PUT",
                        "/builds/approved",
                        204,
                        "",
                        e -> api.apply(e).approveBuilds(new Order.OfApprovals(List.of(BUILD, JOB)))),
                op(
                        "disableApprovedBuilds",
                        "DELETE",
                        "/builds/approved",
                        204,
                        "",
                        e -> api.apply(e).disableApprovedBuilds()),
                op(
                        "sendBuildToBacklog",
                        "POST",
                        "/backlog/" + BUILD,
                        201,
                        JOB_JSON,
                        e -> api.apply(e).sendBuildToBacklog(BUILD, day)),
                op(
                        "sendBuildToJobRequestQueue",
                        "POST",
                        "/job-requests/" + BUILD,
                        201,
                        JOB_JSON,
                        e -> api.apply(e).sendBuildToJobRequestQueue(BUILD, new Order.OfDay(null))),
                op(
                        "removeBuildFromJobRequestQueue",
                        "DELETE",
                        "/job-requests/" + BUILD,
                        204,
                        "",
                        e -> api.apply(e).removeBuildFromJobRequestQueue(BUILD)));
    }

    private static List<Operation> jobs() {
        Function<EigerServer, JobsApi> api = eiger -> eiger.api(JobsApi.class);
        String reports = "[{\"printed_part_id\":\"%s\",\"scan_report_url\":null}]".formatted(PART);
        return List.of(
                op(
                        "listPrintJobs",
                        "GET",
                        "/print_jobs",
                        200,
                        page(false, FULL_JOB_JSON),
                        e -> api.apply(e)
                                .listPrintJobs(Query.descending("created_at")
                                        .where("state", "eq", "Backlogged")
                                        .where("device", "eq", DEVICE)
                                        .page(1, 1000))),
                op(
                        "readPrintJob",
                        "GET",
                        "/print_jobs/" + JOB,
                        200,
                        FULL_JOB_JSON,
                        e -> api.apply(e).readPrintJob(JOB)),
                op(
                        "getPrintJobPartScanReport",
                        "GET",
                        "/print_jobs/" + JOB + "/scan_report",
                        200,
                        reports,
                        e -> api.apply(e).getPrintJobPartScanReport(JOB)));
    }

    private static List<Operation> parts() {
        Function<EigerServer, PartsApi> api = eiger -> eiger.api(PartsApi.class);
        String part = """
                {"id":"%s","created_at":null,"updated_at":null,"cloned_from":null,"latest_partversion":null,
                 "part_versions":["%s"]}""".formatted(PART, PART);
        String upload = "{\"slice_job_id\":\"%s\",\"part_version_id\":\"%s\"}".formatted(JOB, PART);
        return List.of(
                op(
                        "listPrintedParts",
                        "GET",
                        "/printed_parts",
                        200,
                        page(false, PRINTED_PART_JSON),
                        e -> api.apply(e)
                                .listPrintedParts(Query.descending("printed_at").page(1, 1000))),
                op(
                        "readPrintedPart",
                        "GET",
                        "/printed_parts/" + PART,
                        200,
                        PRINTED_PART_JSON,
                        e -> api.apply(e).readPrintedPart(PART)),
                op(
                        "getPrintedPartScanReport",
                        "GET",
                        "/printed_parts/" + PART + "/scan_report",
                        200,
                        "{\"scan_report_url\":null}",
                        e -> api.apply(e).getPrintedPartScanReport(PART)),
                op(
                        "readPart",
                        "GET",
                        "/parts/" + PART,
                        200,
                        part,
                        e -> api.apply(e).readPart(PART)),
                op(
                        "uploadStl",
                        "POST",
                        "/parts/upload_stl",
                        201,
                        upload,
                        e -> api.apply(e).uploadStl(stl(), "Bracket", null, PART, USER)),
                op(
                        "getSliceStatus",
                        "GET",
                        "/parts/slice_status/" + JOB,
                        200,
                        "{\"status\":\"IN_PROGRESS\"}",
                        e -> api.apply(e).getSliceStatus(JOB)),
                op(
                        "getOrgSettingsPresets",
                        "GET",
                        "/parts/settings_presets",
                        200,
                        "[{\"title\":\"Strong\",\"id\":\"%s\"}]".formatted(PART),
                        e -> api.apply(e).getOrgSettingsPresets()),
                op(
                        "readPartVersion",
                        "GET",
                        "/part_versions/" + PART,
                        200,
                        VERSION_JSON,
                        e -> api.apply(e).readPartVersion(PART)),
                op(
                        "readSignedURL",
                        "GET",
                        "/part_versions/" + PART + "/download",
                        200,
                        "{\"url\":\"https://files.example/part.stl?token=t\"}",
                        e -> api.apply(e).readSignedURL(PART)));
    }

    private static List<Operation> organization() {
        Function<EigerServer, OrganizationApi> api = eiger -> eiger.api(OrganizationApi.class);
        String user = "{\"id\":\"%s\",\"name\":\"Lena\",\"email\":\"lena@example.com\"}".formatted(USER);
        return List.of(
                op(
                        "listUsers",
                        "GET",
                        "/users",
                        200,
                        page(false, user),
                        e -> api.apply(e)
                                .listUsers(Query.ascending("name")
                                        .where("email", "eq", "a+b@example.com")
                                        .page(1, 1000))),
                op(
                        "fetchUser",
                        "GET",
                        "/users/" + USER,
                        200,
                        user,
                        e -> api.apply(e).fetchUser(USER)),
                op(
                        "getCustomAnalyticsCSV",
                        "GET",
                        "/dashboard/custom_analytics_csv",
                        200,
                        "device,hours\nLeft,12.5\n",
                        e -> api.apply(e).getCustomAnalyticsCSV("month")));
    }

    private static Resource stl() {
        return new ByteArrayResource("solid x\nendsolid x\n".getBytes(StandardCharsets.US_ASCII)) {
            @Override
            public String getFilename() {
                return "part.stl";
            }
        };
    }

    private static Stream<Case> cases() {
        return operations()
                .flatMap(operation -> OpenApiContract.statuses(operation.id()).stream()
                        .map(status -> new Case(operation, Integer.parseInt(status))));
    }

    @Test
    void theTableHasAllThirtyOperationsOfTheContract() {
        assertThat(operations().map(Operation::id).toList())
                .doesNotHaveDuplicates()
                .hasSize(30)
                .containsExactlyInAnyOrderElementsOf(
                        new TreeSet<>(OpenApiContract.declared().keySet()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void everyDeclaredAnswerIsUnderstood(Case tested) {
        Operation operation = tested.operation();
        int status = tested.status();
        if (status >= 300) {
            EIGER.answers(operation.method(), operation.path(), status, ERROR_JSON);
            Trouble trouble = EigerServer.troubleOf(operation.call().apply(EIGER));
            assertThat(trouble).isInstanceOf(expected(operation, status));
            assertThat(trouble.reference()).isEqualTo("12345");
            assertThat(trouble.sentence()).contains("“No such luck”").doesNotContain("{");
        } else if (status == 204) {
            EIGER.answers(operation.method(), operation.path(), status, "");
            StepVerifier.create(operation.call().apply(EIGER)).expectComplete().verify(EigerServer.LONGEST);
        } else {
            EIGER.answersAs(
                    operation.method(),
                    operation.path(),
                    operation.success(),
                    operation.id().endsWith("CSV") ? "text/csv" : "application/json",
                    operation.body());
            assertThat(EigerServer.resultOf(operation.call().apply(EIGER))).isNotNull();
        }
        assertThat(EIGER.requests()).hasSize(requests(operation, status));
    }

    private static Class<? extends Trouble> expected(Operation operation, int status) {
        return switch (status) {
            case 400 -> Trouble.Rejected.class;
            case 401 -> Trouble.NotAuthorized.class;
            case 404 -> Trouble.NotFound.class;
            case 409 -> Trouble.Conflict.class;
            case 500 ->
                operation.writes()
                        ? Trouble.OutcomeUnknown.class
                        : HIDE_NOT_FOUND.contains(operation.id()) ? Trouble.NotFound.class : Trouble.Unavailable.class;
            default -> throw new AssertionError("undeclared " + status);
        };
    }

    private static int requests(Operation operation, int status) {
        if (status != 500 || operation.writes() || operation.id().equals("getPrintedPartScanReport")) {
            return 1;
        }
        return HIDE_NOT_FOUND.contains(operation.id()) ? 2 : 3;
    }

    private record Operation(
            String id, String method, String path, int success, String body, Function<EigerServer, Mono<?>> call) {
        private boolean writes() {
            return !method.equals("GET");
        }
    }

    private record Case(Operation operation, int status) {
        @Override
        public String toString() {
            return operation.id() + " " + status;
        }
    }
}
