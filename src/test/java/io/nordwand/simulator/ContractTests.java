package io.nordwand.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every operation with every status that the contract declares, checked against the contract. */
class ContractTests {

    private static final Map<String, Set<Integer>> DECLARED = Declared.statuses();

    private final SimulatedEiger eiger = SimulatedEiger.start(
            new SimulatorProperties(0, 7, 1, 24, true),
            Clock.fixed(Instant.parse("2026-02-12T13:32:08Z"), ZoneOffset.UTC));
    private final Browser browser = new Browser(eiger.access());
    private final List<Sample> samples = Samples.of(browser, eiger.simulation());

    @AfterEach
    void close() {
        eiger.close();
    }

    @TestFactory
    Stream<DynamicTest> answersOfTheWorldKeepToTheContract() {
        return samples.stream()
                .map(sample -> DynamicTest.dynamicTest(sample.toString(), () -> {
                    HttpResponse<byte[]> response = sample.send(browser);
                    assertThat(response.statusCode()).isEqualTo(sample.status());
                    assertThat(Contract.problems(sample.method(), sample.path(), response))
                            .isEmpty();
                }));
    }

    @TestFactory
    Stream<DynamicTest> failuresOnDemandKeepToTheContract() {
        Map<String, Sample> good = samples.stream()
                .filter(sample -> sample.status() < 300)
                .collect(Collectors.toMap(Sample::operation, Function.identity(), (first, second) -> first));
        return DECLARED.entrySet().stream()
                .flatMap(declared -> declared.getValue().stream()
                        .filter(status -> status >= 400)
                        .map(status -> DynamicTest.dynamicTest(declared.getKey() + " fails with " + status, () -> {
                            Sample sample = Objects.requireNonNull(good.get(declared.getKey()));
                            eiger.faults().set(List.of(Fault.status(status).on(declared.getKey())));
                            HttpResponse<byte[]> response = sample.send(browser);
                            assertThat(response.statusCode()).isEqualTo(status);
                            assertThat(Contract.problems(sample.method(), sample.path(), response))
                                    .isEmpty();
                        })));
    }

    @Test
    void theCheckItselfFindsWhatIsWrong() {
        eiger.faults()
                .set(List.of(Fault.status(418).on("listUsers"), Fault.empty().on("listDevices")));

        assertThat(Contract.problems("GET", "/users", browser.get("/users"))).isNotEmpty();
        assertThat(Contract.problems("GET", "/devices", browser.get("/devices")))
                .isNotEmpty();
        eiger.faults().clear();
        assertThat(Contract.problems("GET", "/devices", browser.get("/users"))).isNotEmpty();
    }

    @Test
    void everyOperationIsThereWithEveryGoodStatus() {
        Map<String, Set<Integer>> shown = samples.stream()
                .collect(Collectors.groupingBy(
                        Sample::operation, Collectors.mapping(Sample::status, Collectors.toSet())));

        assertThat(DECLARED).hasSize(30);
        assertThat(shown.keySet()).isEqualTo(DECLARED.keySet());
        DECLARED.forEach((operation, statuses) -> assertThat(shown.get(operation))
                .as(operation)
                .containsAll(statuses.stream().filter(status -> status < 300).toList()));
    }

    @Test
    void withoutKeysEveryOperationSaysSoAndChangesNothing() {
        assertThat(samples)
                .allSatisfy(sample -> assertThat(browser.anonymous(sample.method(), sample.path(), sample.body())
                                .statusCode())
                        .isEqualTo(401));
        assertThat(eiger.simulation().queueOf("X7-01")).hasSize(5);
    }
}
