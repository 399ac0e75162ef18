package io.nordwand.dispatch;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A forgiving search: every word of the query has to occur, in any order; case, accents and punctuation make no
 * difference.
 *
 * @param words words of the query, plain
 */
record Search(List<String> words) {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^\\p{L}\\p{N}]+");

    static Search of(String query) {
        return new Search(Arrays.stream(plain(query).split(" ", -1))
                .filter(word -> !word.isEmpty())
                .toList());
    }

    boolean matches(String text) {
        if (words.isEmpty()) {
            return true;
        }
        String plain = plain(text);
        return words.stream().allMatch(plain::contains);
    }

    private static String plain(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
        String bare = MARKS.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT);
        return OTHERS.matcher(bare.replace("ß", "ss").replace("ø", "o").replace("æ", "ae"))
                .replaceAll(" ")
                .strip();
    }
}
