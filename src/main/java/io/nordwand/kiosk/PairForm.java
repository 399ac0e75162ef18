package io.nordwand.kiosk;

import io.nordwand.database.StorableText;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * What an administrator fills in to connect a screen.
 *
 * @param typed the code as it was typed
 * @param name name of a new screen
 * @param place id of the screen whose place the browser takes, blank for a new one
 * @param series the only series that a new one shows, blank for all printers
 * @param layout key of what a new one shows
 * @param look key of its colours
 */
public record PairForm(String typed, String name, String place, String series, String layout, String look) {

    /** Longest name, in characters. */
    public static final int LONGEST = 40;

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{Graph}\\p{L}\\p{M}\\p{N}\\p{S} ]*");

    static PairForm from(MultiValueMap<String, String> form) {
        return new PairForm(
                value(form, "code"),
                name(form),
                value(form, "place"),
                value(form, "series"),
                value(form, "turn1"),
                value(form, "look"));
    }

    /** With nothing but a code. */
    static PairForm of(@Nullable String typed) {
        return new PairForm(Objects.requireNonNullElse(typed, "").strip(), "", "", "", "wall", "dark");
    }

    /** A name as it was typed, spaces at the ends and doubled ones left out. */
    static String name(MultiValueMap<String, String> form) {
        return value(form, "name").replaceAll("\\s+", " ");
    }

    /** Whether a screen can be called so: begins with a letter or digit, has no control characters and is not too long. */
    static boolean isName(String name) {
        return name.codePointCount(0, name.length()) <= LONGEST
                && NAME.matcher(name).matches();
    }

    /** The code, or null when it can't be one. */
    @Nullable
    String code() {
        return Code.read(typed);
    }

    /** The screen whose place the browser takes, 0 for a new one. */
    long placeId() {
        return place.matches("\\d{1,18}") ? Long.parseLong(place) : 0;
    }

    /** What a new screen shows. */
    DisplayForm.Reading display(Display first) {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        fields.add("kind", series.isEmpty() ? "all" : "series");
        fields.add("series", series);
        fields.add("turn1", layout);
        fields.add("look", look);
        return new DisplayForm(fields).read(first);
    }

    private static String value(MultiValueMap<String, String> form, String name) {
        return Objects.requireNonNullElse(StorableText.of(form.getFirst(name)), "")
                .strip();
    }
}
