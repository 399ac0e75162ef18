package io.nordwand;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** That docs/configuration.md lists what can be set, with the defaults that are in force. */
class ConfigurationDocsTests {

    private static final Pattern ROW =
            Pattern.compile("^\\| `(nordwand\\.[a-z.-]+)` \\| `?(.*?)`? \\|", Pattern.MULTILINE);
    private static final String METADATA = "/META-INF/spring-configuration-metadata.json";

    @Test
    void everySettingIsListedWithItsDefault() throws IOException {
        Map<String, String> listed = listed();
        for (JsonNode setting : settings()) {
            String name = setting.path("name").asString();
            JsonNode value = setting.path("defaultValue");
            String expected = value.asString("").isBlank() ? "–" : value.asString();
            assertThat(listed).containsEntry(name, expected);
        }
    }

    @Test
    void nothingElseIsListed() throws IOException {
        List<String> known =
                settings().stream().map(each -> each.path("name").asString()).toList();
        assertThat(listed().keySet()).allMatch(name -> known.contains(name) || known.contains(parent(name)));
    }

    private static String parent(String name) {
        return name.substring(0, name.lastIndexOf('.'));
    }

    private static Map<String, String> listed() throws IOException {
        return ROW.matcher(Files.readString(Path.of("docs/configuration.md")))
                .results()
                .collect(Collectors.toMap(row -> row.group(1), row -> row.group(2)));
    }

    private static List<JsonNode> settings() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(NordwandApplication.class.getResourceAsStream(METADATA), METADATA)) {
            return JsonMapper.shared()
                    .readTree(in)
                    .path("properties")
                    .valueStream()
                    .filter(each -> each.path("name").asString().startsWith("nordwand."))
                    .toList();
        }
    }
}
