package io.nordwand.web;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a printer can be found by: its name, model, the builds in work and waiting, and people's names (never their
 * addresses). All folded.
 *
 * @param text all of it, a line each
 * @param compact the same without anything but letters and digits
 * @param words its single words
 */
public record SearchText(String text, String compact, List<String> words) {

    public static SearchText of(Collection<String> texts) {
        List<String> lines = texts.stream()
                .map(Words::fold)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
        return new SearchText(
                String.join("\n", lines),
                lines.stream().map(Words::compact).collect(Collectors.joining("\n")),
                lines.stream()
                        .flatMap(line -> Arrays.stream(Words.split(line)))
                        .filter(word -> !word.isEmpty())
                        .distinct()
                        .toList());
    }

    /** Text as searches see it: without case and accents. */
    public static String folded(String text) {
        return Words.fold(text);
    }

    /** Whether each word of what somebody typed is found here, give or take a slip of the finger. */
    public boolean answers(String typed) {
        return Arrays.stream(Words.fold(typed).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .allMatch(this::has);
    }

    private boolean has(String word) {
        if (text.contains(word)) {
            return true;
        }
        String plain = Words.compact(word);
        return plain.length() >= 2
                && (compact.contains(plain) || words.stream().anyMatch(written -> Words.near(plain, written)));
    }
}
