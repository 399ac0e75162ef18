package io.nordwand.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.security.web.server.csrf.DefaultCsrfToken;

/**
 * What stands in a shared page for what is each viewer's own: drawn anew for each page, so that nobody can write it into
 * a title, and of characters that no name has and no template changes.
 *
 * @param name the viewer's name, which begins with their initials
 * @param initials what {@link Viewer#initials} makes of that name
 * @param token the form token
 */
record Holes(String name, String initials, String token) {

    private static final int PRIVATE = 0xE000;
    private static final int PRIVATE_COUNT = 6400;

    static Holes drawn() {
        String initials = new String(new int[] {character(), character()}, 0, 2);
        return new Holes(
                initials + UUID.randomUUID(), initials, UUID.randomUUID().toString());
    }

    private static int character() {
        return PRIVATE + ThreadLocalRandom.current().nextInt(PRIVATE_COUNT);
    }

    /** Stands for that token. */
    CsrfToken token(CsrfToken real) {
        return new DefaultCsrfToken(real.getHeaderName(), real.getParameterName(), token);
    }

    /** The page that was drawn with these in the place of a viewer's own. */
    Sheet cut(String html) {
        Matcher hole = Pattern.compile(name + "|" + initials + "|" + token).matcher(html);
        List<Sheet.Part> parts = new ArrayList<>();
        int from = 0;
        while (hole.find()) {
            parts.add(new Sheet.Shared(parcel(html.substring(from, hole.start()))));
            parts.add(
                    hole.group().equals(token)
                            ? Sheet.Own.TOKEN
                            : hole.group().equals(initials) ? Sheet.Own.INITIALS : Sheet.Own.NAME);
            from = hole.end();
        }
        parts.add(new Sheet.Shared(parcel(html.substring(from))));
        return new Sheet(parts);
    }

    private static Parcel parcel(String html) {
        return Parcel.of(html.getBytes(StandardCharsets.UTF_8));
    }
}
