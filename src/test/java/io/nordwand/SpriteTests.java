package io.nordwand;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.nordwand.farm.StateGroup;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.test.util.ReflectionTestUtils;

/** A symbol that is not in the sprite would be a hole in the page that nothing else reports. */
class SpriteTests {

    private static final Pattern SYMBOL =
            Pattern.compile("#([igm]-[a-z0-9-]+)(?=[\"'])|icon\\('([a-z0-9-]+)'\\)|notice\\('\\w+', '([a-z0-9-]+)'");
    private static final Pattern ENTRY = Pattern.compile(
            "(?:new MenuEntry\\((?:[^,]*,){3}|SiteNotice(?:\\.of)?\\((?:[^,]*,){2})\\s*\"([a-z0-9-]+)\"");

    static Stream<Sources> templates() {
        return Sources.under(Sources.TEMPLATES, ".html");
    }

    @ParameterizedTest
    @MethodSource("templates")
    void everyTemplateRefersToSymbolsOfItsSprite(Sources template) {
        boolean small = template.text().contains("sprite :: small");
        String held = small ? sprite().substring(sprite().indexOf("th:fragment=\"small\"")) : sprite();
        assertThat(SYMBOL.matcher(template.text()).results().map(SpriteTests::symbol))
                .as("symbols in " + template)
                .allSatisfy(symbol -> assertThat(held).contains("id=\"" + symbol + "\""));
    }

    @Test
    void holdsTheSymbolsThatTheCodeNames() {
        List<String> icons = enums().flatMap(type -> Stream.of(type.reflect().getEnumConstants()))
                .map(constant -> "i-" + ReflectionTestUtils.invokeMethod(constant, "icon"))
                .toList();
        List<String> menu = Sources.under(Path.of("src/main/java"), ".java")
                .flatMap(source -> source.captures(ENTRY))
                .map(icon -> "i-" + icon)
                .toList();
        Stream<String> glyphs = Stream.of(StateGroup.values())
                .filter(group -> group != StateGroup.PRINTING)
                .map(group -> "g-" + group.key());
        assertThat(icons).contains("i-circle-check", "i-moon");
        assertThat(menu).isNotEmpty();
        assertThat(Stream.of(icons.stream(), menu.stream(), glyphs, Stream.of("m-plastic", "m-fiber", "m-metal"))
                        .flatMap(symbols -> symbols))
                .allSatisfy(symbol -> assertThat(sprite()).contains("id=\"" + symbol + "\""));
    }

    private static Stream<JavaClass> enums() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("io.nordwand").stream()
                        .filter(type ->
                                type.isEnum() && type.tryGetMethod("icon").isPresent());
    }

    private static String sprite() {
        return Sources.under(Sources.TEMPLATES, "sprite.html")
                .findFirst()
                .orElseThrow()
                .text();
    }

    private static String symbol(MatchResult found) {
        String icon = found.group(2) == null ? found.group(3) : found.group(2);
        return found.group(1) == null ? "i-" + icon : found.group(1);
    }
}
