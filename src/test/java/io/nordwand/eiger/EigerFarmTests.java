package io.nordwand.eiger;

import static io.nordwand.eiger.EigerFixtures.*;
import static io.nordwand.eiger.EigerServer.resultOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.farm.ActiveJob;
import io.nordwand.farm.Build;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.EntryId;
import io.nordwand.farm.JobId;
import io.nordwand.farm.Material;
import io.nordwand.farm.Needs;
import io.nordwand.farm.Person;
import io.nordwand.farm.PrinterId;
import io.nordwand.farm.PrinterReport;
import io.nordwand.farm.QueueReading;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

class EigerFarmTests {

    private final EigerServer eiger = EigerServer.start();

    @AfterEach
    void requestsKeepToTheContract() {
        eiger.close();
    }

    @Test
    void readsAllPrinters() {
        eiger.answers("GET", "/devices", 200, page(false, DEVICE_JSON, device(DEVICE_2, "Right")));

        var printers = resultOf(eiger.source().printers());

        assertThat(printers).extracting(PrinterReport::name).containsExactly("Left", "Right");
        PrinterReport left = printers.get(0);
        assertThat(left.id()).isEqualTo(new PrinterId(DEVICE));
        assertThat(left.model()).isEqualTo("X7");
        assertThat(left.series()).isEqualTo("Industrial Series");
        assertThat(left.state()).isEqualTo("Printing");
        assertThat(left.primary()).isEqualTo(new Material("Onyx", 794.06));
        assertThat(left.secondary()).isEqualTo(Material.NONE);
        assertThat(left.queueLength()).isEqualTo(12);
        assertThat(left.queueEstimate()).isEqualTo(Duration.ofMillis(323_757_100));
        assertThat(left.consumables()).hasSize(1);
        ActiveJob job = Objects.requireNonNull(left.activeJob());
        assertThat(job.progressPercent()).isEqualTo(55.0);
        assertThat(job.layer()).isEqualTo(5);
        assertThat(job.remaining()).isEqualTo(Duration.ofMinutes(26));
        assertThat(Objects.requireNonNull(job.build()).title()).isEqualTo("Bracket");
    }

    @Test
    void readsOnePrinter() {
        eiger.answers("GET", "/devices/" + DEVICE, 200, DEVICE_JSON);

        assertThat(resultOf(eiger.source().printer(new PrinterId(DEVICE))).name())
                .isEqualTo("Left");
    }

    @Test
    void readsAQueueWithItsPrinterAndTheTime() {
        eiger.answers("GET", "/devices/" + DEVICE + "/queue", 200, QUEUE_JSON);

        QueueReading reading = resultOf(eiger.source().queue(new PrinterId(DEVICE)));

        assertThat(reading.printer().name()).isEqualTo("Left");
        assertThat(reading.queue().readAt()).isEqualTo(EigerServer.NOW);
        assertThat(reading.queue().entries()).singleElement().satisfies(entry -> {
            assertThat(entry.id()).isEqualTo(new EntryId(ENTRY));
            assertThat(entry.state()).isEqualTo("Queued");
            assertThat(entry.queuedAt()).isEqualTo(Instant.parse("2026-02-12T09:00:00Z"));
            assertThat(Objects.requireNonNull(entry.build()).needs()).isEqualTo(new Needs(120.5, 14.2, null));
            assertThat(entry.requester()).isEqualTo(new Person("Lena Brunner", "lena@example.com"));
        });
    }

    @Test
    void readsBuildsNewestFirstWhateverTheirOrder() {
        eiger.answers(
                "GET",
                "/builds",
                200,
                page(false, build(DEVICE, "Old", "2020-01-01T00:00:00Z"), build(BUILD, "New", "2026-01-01T00:00:00Z")));

        assertThat(resultOf(eiger.source().builds())).extracting(Build::title).containsExactly("New", "Old");
        assertThat(eiger.requests().get(0).getUrl())
                .contains("sort%5Bby%5D=created_at")
                .contains("sort%5Border%5D=desc")
                .contains("page%5Bsize%5D=1000")
                .contains("page%5Bnumber%5D=1");
    }

    @Test
    void readsOneBuild() {
        eiger.answers("GET", "/builds/" + BUILD, 200, FULL_BUILD_JSON);

        Build build = resultOf(eiger.source().build(new BuildId(BUILD)));

        assertThat(build.estimate()).isEqualTo(Duration.ofMillis(3_426_060));
        assertThat(build.partCount()).isEqualTo(4);
        assertThat(build.approved()).isNull();
    }

    @Test
    void appendsABuild() {
        eiger.answers("POST", "/devices/" + DEVICE + "/queue", 201, ENTRY_JSON);

        assertThat(resultOf(eiger.commands().append(new PrinterId(DEVICE), new BuildId(BUILD))))
                .isEqualTo(new EntryId(ENTRY));
        assertThat(eiger.requests()).singleElement().satisfies(sent -> {
            assertThat(sent.getBodyAsString()).isEqualTo("{\"build\":\"" + BUILD + "\"}");
            assertThat(sent.getHeader("Content-Type")).isEqualTo("application/json");
            assertThat(sent.getHeader("Transfer-Encoding")).isNull();
        });
    }

    @Test
    void removesAnEntry() {
        eiger.answers("DELETE", "/devices/" + DEVICE + "/queue/" + ENTRY, 204, "");

        StepVerifier.create(eiger.commands().remove(new PrinterId(DEVICE), new EntryId(ENTRY)))
                .expectComplete()
                .verify(EigerServer.LONGEST);
        assertThat(eiger.requests()).hasSize(1);
    }

    @Test
    void startsAPrint() {
        eiger.answers("POST", "/devices/" + DEVICE, 201, JOB_JSON);

        assertThat(resultOf(eiger.commands().print(new PrinterId(DEVICE), new BuildId(BUILD))))
                .isEqualTo(new JobId(JOB));
    }
}
