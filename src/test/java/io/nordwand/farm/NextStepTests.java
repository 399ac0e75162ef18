package io.nordwand.farm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

class NextStepTests {

    private static final Set<String> MISLEADING_ALONE = Set.of(
            "step.offline.lost",
            "step.low-on-material.soon",
            "step.printing.contradiction",
            "step.ready.contradiction");

    @Test
    void everyStepHasItsTextAndNoTextIsLeftOver() throws IOException {
        Set<String> keys = new TreeSet<>(MISLEADING_ALONE);
        for (StateWord word : StateWord.values()) {
            keys.add("step." + word.key());
            if (word.limit() != null) {
                keys.add("step." + word.key() + ".check");
            }
        }
        Properties messages = new Properties();
        try (Reader in = new InputStreamReader(
                new ClassPathResource("messages.properties").getInputStream(), StandardCharsets.UTF_8)) {
            messages.load(in);
        }
        Set<String> written = messages.stringPropertyNames().stream()
                .filter(key -> key.startsWith("step."))
                .collect(Collectors.toSet());
        assertThat(written).isEqualTo(keys);
        assertThat(keys)
                .allSatisfy(key -> assertThat(Objects.requireNonNull(messages.getProperty(key)))
                        .as(key)
                        .endsWith(".")
                        .doesNotContain("'", "{"));
    }
}
