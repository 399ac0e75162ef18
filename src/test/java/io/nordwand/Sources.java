package io.nordwand;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One text file of the repository, for the tests that read the sources themselves. */
record Sources(Path path, String text) {

    static final Path TEMPLATES = Path.of("src/main/resources/templates");

    /** All files below the folder whose name ends so. */
    static Stream<Sources> under(Path folder, String ending) {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(path -> path.toString().endsWith(ending)).sorted().map(Sources::of).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Sources of(Path path) {
        try {
            return new Sources(path, Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long lines() {
        return text.lines().count();
    }

    /** What the pattern's first group caught, each time it matched. */
    Stream<String> captures(Pattern pattern) {
        return pattern.matcher(text).results().map(match -> match.group(1));
    }

    /** Each match as "path:line: what matched", for a failure that can be clicked. */
    List<String> places(Pattern pattern) {
        return pattern.matcher(text).results().map(this::place).toList();
    }

    private String place(MatchResult match) {
        long line =
                text.substring(0, match.start()).lines().count() + (text.startsWith("\n", match.start() - 1) ? 1 : 0);
        return "%s:%d: %s".formatted(path, Math.max(1, line), match.group().strip());
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
