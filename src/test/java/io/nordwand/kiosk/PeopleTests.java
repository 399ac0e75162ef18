package io.nordwand.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.farm.JobId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

/** Names of people on screens: short, never alike, never an address. */
class PeopleTests {

    private static List<String> shown(String... names) {
        Map<JobId, String> running = new LinkedHashMap<>();
        for (String name : names) {
            running.put(new JobId(name), name);
        }
        People people = People.of(List.of(), running);
        return List.of(names).stream().map(people::look).toList();
    }

    @Test
    void aFirstNameIsShortened() {
        assertThat(shown("Anna Meier", "Jan van der Meer", "Maria Luisa Costa", "Øystein Berg"))
                .containsExactly("A. Meier", "J. van der Meer", "M. Costa", "Ø. Berg");
    }

    @Test
    void whoWouldLookAlikeIsToldApartOrNamedInFull() {
        assertThat(shown("Anna Meier", "Andreas Meier", "Bo Meier"))
                .containsExactly("Ann. Meier", "And. Meier", "B. Meier");
        assertThat(shown("Ann Meier", "Anna Meier")).containsExactly("Ann Meier", "Anna Meier");
        assertThat(shown("Anna B. Meier", "Anna C. Meier")).containsExactly("Anna B. Meier", "Anna C. Meier");
    }

    @Test
    void whatIsNoFirstAndLastNameStays() {
        assertThat(shown("Werkstatt", "Meier, Anna", "Dr. Anna Meier", "山田 太郎", "3D Lab"))
                .containsExactly("Werkstatt", "Meier, Anna", "Dr. Anna Meier", "山田 太郎", "3D Lab");
    }

    @Test
    void anAddressIsNoName() {
        assertThat(People.name("anna.meier@example.com")).isEmpty();
        assertThat(People.name("Anna Meier <anna@example.com>")).isEmpty();
        assertThat(People.name(null)).isEmpty();
        assertThat(People.name("  Anna   Meier ")).isEqualTo("Anna Meier");
    }

    @Test
    void aNameIsWholeOrNotThereAndLeavesRoomForTheTitle() {
        assertThat(People.beside("Gripper finger", List.of("A. Meier"), 20)).isEqualTo("Gripper finger · A. Meier");
        assertThat(People.beside("Gripper finger for the press", List.of("A. Meier"), 12))
                .endsWith("… · A. Meier")
                .startsWith("Gripper");
        assertThat(People.beside("Gripper finger", List.of("A. Meier"), 6)).doesNotContain("Meier");
        assertThat(People.beside("", List.of("A. Meier", "B. Kunz", "C. Lang"), 9))
                .isEqualTo("A. Meier, B. Kunz");
        assertThat(People.beside("Gripper", List.of(), 20)).isEqualTo("Gripper");
    }

    @Test
    void theCopyOfJobsIsAskedOnceAndTheScreensHearWhenItKnows() {
        FakeCopy copy = new FakeCopy();
        copy.put("asked", "Anna Meier", "Bo Kunz");
        copy.put("started", null, "Bo Kunz");
        copy.put("address", "anna@example.com", null);
        Askers askers = new Askers(copy);
        List<JobId> jobs = List.of(new JobId("asked"), new JobId("started"), new JobId("address"), new JobId("new"));
        StepVerifier.create(askers.changes())
                .expectNext(0L)
                .then(() -> assertThat(askers.of(jobs))
                        .containsOnly(
                                Map.entry(new JobId("asked"), "Anna Meier"),
                                Map.entry(new JobId("started"), "Bo Kunz")))
                .expectNext(1L)
                .then(() -> askers.of(jobs))
                .thenCancel()
                .verify(Duration.ofSeconds(5));
        assertThat(copy.asked()).containsExactlyElementsOf(jobs);
    }
}
