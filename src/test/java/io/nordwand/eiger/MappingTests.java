package io.nordwand.eiger;

import static io.nordwand.eiger.EigerFixtures.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.eiger.wire.BuildWire;
import io.nordwand.eiger.wire.DeviceWire;
import io.nordwand.eiger.wire.QueueWire;
import io.nordwand.eiger.wire.Wire;
import io.nordwand.farm.ActiveJob;
import io.nordwand.farm.Build;
import io.nordwand.farm.Material;
import io.nordwand.farm.Person;
import io.nordwand.farm.PrintQueue;
import io.nordwand.farm.PrinterReport;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The habits of real organizations (field notes, section 2), as the farm sees them. */
class MappingTests {

    private static PrinterReport printer(String keys) {
        String json = "{\"id\":\"" + DEVICE + "\"" + (keys.isEmpty() ? "" : "," + keys) + "}";
        return Objects.requireNonNull(DeviceMapping.printer(Wire.mapper().readValue(json, DeviceWire.class)));
    }

    private static Build build(String keys) {
        String json = "{\"id\":\"" + BUILD + "\"" + (keys.isEmpty() ? "" : "," + keys) + "}";
        return Objects.requireNonNull(BuildMapping.build(Wire.mapper().readValue(json, BuildWire.class)));
    }

    private static PrintQueue queue(String... entries) {
        String json = "{\"queue\":[" + String.join(",", entries) + "]}";
        return QueueMapping.queue(
                Objects.requireNonNull(
                        Wire.mapper().readValue(json, QueueWire.class).queue()),
                EigerServer.NOW);
    }

    @Test
    void whatAnOfflinePrinterLeavesOutIsUnknown() {
        PrinterReport printer = printer("\"name\":\"Left\",\"state\":\"Offline\"");

        assertThat(printer.primary()).isNull();
        assertThat(printer.secondary()).isNull();
        assertThat(printer.activeJob()).isNull();
        assertThat(printer.queueLength()).isNull();
        assertThat(printer.queueEstimate()).isNull();
        assertThat(printer.consumables()).isEmpty();
        assertThat(printer.model()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\"  \"", "\"None\"", "\"none\"", "\" NONE \""})
    void noMaterialIsAWordToo(String word) {
        assertThat(printer("\"loaded_primary_material\":" + word + ",\"ccs_primary_remaining\":0")
                        .primary())
                .isEqualTo(Material.NONE);
        assertThat(build("\"secondary_material\":" + word).secondaryMaterial()).isNull();
    }

    @Test
    void unknownWordsAreKeptAsTheyCame() {
        PrinterReport printer =
                printer("\"device_type\":\"Sinter-9\",\"device_series\":\"FX10\",\"state\":\"Dreaming™ of parts\","
                        + "\"loaded_primary_material\":\"ULTEM™ 9085 Filament\"");

        assertThat(printer.model()).isEqualTo("Sinter-9");
        assertThat(printer.series()).isEqualTo("FX10");
        assertThat(printer.state()).isEqualTo("Dreaming™ of parts");
        assertThat(printer.primary()).isEqualTo(new Material("ULTEM™ 9085 Filament", null));
    }

    @ParameterizedTest
    @CsvSource({
        "Printing, 0, ",
        "' printing ', 0.0, ",
        "Printing, 0.5, 0.5",
        "Ready, 0, 0.0",
        "Ready, -3, ",
        "Ready, '\"12.5\"', 12.5",
        "Ready, '\"lots\"', ",
        "Ready, NaN, ",
        "Ready, 1e999, ",
        "Ready, '[1]', ",
        "Ready, true, ",
    })
    void aLevelIsAFigureOrUnknown(String state, String level, @Nullable Double expected) {
        assertThat(printer("\"state\":\"" + state + "\",\"loaded_primary_material\":\"Onyx\",\"ccs_primary_remaining\":"
                                + level)
                        .primary())
                .isEqualTo(new Material("Onyx", expected));
    }

    @Test
    void aLevelOfZeroWithAnActiveJobIsNotMetered() {
        assertThat(printer(
                                "\"state\":\"Print Paused\",\"loaded_primary_material\":\"Onyx\",\"ccs_primary_remaining\":0,"
                                        + "\"active_job\":" + ACTIVE_JOB_JSON)
                        .primary())
                .isEqualTo(new Material("Onyx", null));
    }

    @Test
    void figuresMayBeDecimalsStringsOrNonsense() {
        PrinterReport printer = printer("\"queue_length\":12.0,\"queue_estimated_time_seconds\":\"323757.1\"");
        assertThat(printer.queueLength()).isEqualTo(12);
        assertThat(printer.queueEstimate()).isEqualTo(Duration.ofMillis(323_757_100));

        PrinterReport odd = printer("\"queue_length\":-1,\"queue_estimated_time_seconds\":1e300");
        assertThat(odd.queueLength()).isNull();
        assertThat(odd.queueEstimate()).isNull();
    }

    @Test
    void progressIsClampedAndLayersCountFromOne() {
        ActiveJob job = Objects.requireNonNull(printer("\"active_job\":{\"id\":\"" + JOB
                        + "\",\"progress\":104.5,\"current_layer\":0,\"layer_count\":8.0,"
                        + "\"estimated_seconds_remaining\":-40,\"started_at\":\"yesterday\"}")
                .activeJob());

        assertThat(job.progressPercent()).isEqualTo(100.0);
        assertThat(job.layer()).isNull();
        assertThat(job.layerCount()).isEqualTo(8);
        assertThat(job.remaining()).isEqualTo(Duration.ZERO);
        assertThat(job.startedAt()).isNull();
        assertThat(job.build()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{}", "[]", "\"idle\"", "{\"id\":null}", "{\"id\":\"" + NIL + "\"}"})
    void anActiveJobWithoutAnIdIsNone(String job) {
        assertThat(printer("\"active_job\":" + job).activeJob()).isNull();
    }

    @Test
    void maintenanceIsFreeTextWithAClampedShare() {
        PrinterReport printer = printer("\"maintenance_status\":[null,7,"
                + "{\"consumable_title\":\"Nozzle\",\"status\":\"dueNow\",\"usage_remaining\":-421},"
                + "{\"status\":\"Glowing\",\"usage_remaining\":521},{}]");

        assertThat(printer.consumables()).hasSize(3);
        assertThat(printer.consumables().get(0).dueNow()).isTrue();
        assertThat(printer.consumables().get(0).lifeLeftPercent()).isEqualTo(0.0);
        assertThat(printer.consumables().get(1).status()).isEqualTo("Glowing");
        assertThat(printer.consumables().get(1).lifeLeftPercent()).isEqualTo(100.0);
        assertThat(printer.consumables().get(2).lifeLeftPercent()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "14.2, null, 14.2",
        "14.2, 3, 14.2",
        "0, 3, 3.0",
        "null, 3, 3.0",
        "0, null, 0.0",
        "null, null, ",
        "-1, null, ",
    })
    void theSecondSpoolNeedsFiberWhereAnyIsNeeded(String fiber, String secondary, @Nullable Double expected) {
        assertThat(build("\"ccs_fiber_required\":" + fiber + ",\"ccs_secondary_required\":" + secondary)
                        .needs()
                        .secondaryCubicCentimetres())
                .isEqualTo(expected);
    }

    @Test
    void aBuildOfWhichNothingIsKnownHasNoZeros() {
        Build build = build("");

        assertThat(build.title()).isEmpty();
        assertThat(build.needs()).isEqualTo(io.nordwand.farm.Needs.UNKNOWN);
        assertThat(build.partCount()).isNull();
        assertThat(build.estimate()).isNull();
        assertThat(build.approved()).isNull();
        assertThat(build.sliced()).isNull();
        assertThat(build.createdAt()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-12T14:32:08Z, 2026-02-12T14:32:08Z",
        "2026-02-12T14:32:08.123456789Z, 2026-02-12T14:32:08.123456789Z",
        "2026-02-12T15:32:08+01:00, 2026-02-12T14:32:08Z",
        "2026-02-12 15:32:08+0100, 2026-02-12T14:32:08Z",
        "2026-02-12T14:32:08, ",
        "2026-02-31T14:32:08Z, ",
        "soon, ",
        "'', ",
        "2000-01-01T00:00:00Z, 2000-01-01T00:00:00Z",
        "2099-12-31T23:59:59Z, 2099-12-31T23:59:59Z",
        "0001-01-01T00:00:00Z, ",
        "1970-01-01T00:00:00Z, ",
        "9999-12-31T23:59:59Z, ",
        "-0500-01-01T00:00:00Z, ",
        "+292278994-08-17T07:12:55.192Z, ",
    })
    void aBadTimeIsNone(String text, @Nullable Instant expected) {
        assertThat(build("\"created_at\":\"" + text + "\"").createdAt()).isEqualTo(expected);
    }

    @Test
    void onlyWhatWaitsStaysInTheQueueAndItsOrderIsKept() {
        PrintQueue queue = queue(
                entry("e-3", "Queued"),
                entry("e-1", "Removed"),
                entry("e-2", "started "),
                "null",
                "5",
                entry(NIL, "Queued"),
                "{\"state\":\"Queued\"}",
                entry("e-9", "Unknown"),
                entry("e-7", "Beamed up"),
                entry("e-3", "Queued"),
                "{\"id\":\"e-4\"}");

        assertThat(queue.entries()).extracting(entry -> entry.id().value()).containsExactly("e-3", "e-9", "e-7", "e-4");
        assertThat(queue.gone()).extracting(entry -> entry.id().value()).containsExactly("e-1", "e-2");
        assertThat(queue.entries().get(2).state()).isEqualTo("Beamed up");
        assertThat(queue.entries().get(3).build()).isNull();
    }

    @Test
    void peopleMayLackAnything() {
        assertThat(queue("{\"id\":\"e-1\",\"requester\":{\"id\":null,\"name\":null,\"email\":null}}")
                        .entries()
                        .get(0)
                        .requester())
                .isNull();
        assertThat(queue("{\"id\":\"e-1\",\"requester\":{\"email\":\"x@example.com\"}}")
                        .entries()
                        .get(0)
                        .requester())
                .isEqualTo(new Person(null, "x@example.com"));
    }

    private static String entry(String id, String state) {
        return "{\"id\":\"%s\",\"state\":\"%s\"}".formatted(id, state);
    }
}
