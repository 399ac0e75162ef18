package io.nordwand.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.unbescape.html.HtmlEscape;

/**
 * A page with holes for what is each viewer's own.
 *
 * @param parts the page in order
 */
record Sheet(List<Part> parts) {

    Sheet {
        parts = List.copyOf(parts);
    }

    /** A piece of the page. */
    sealed interface Part permits Shared, Own {}

    /** What is the same for all. */
    record Shared(Parcel parcel) implements Part {}

    /** What is each viewer's own. */
    enum Own implements Part {
        /** Their name. */
        NAME,
        /** Their initials. */
        INITIALS,
        /** Their form token. */
        TOKEN
    }

    /** Bytes that it keeps, about. */
    int size() {
        return parts.stream()
                .mapToInt(
                        part -> part instanceof Shared shared ? shared.parcel().plain().length * 5 / 4 + 100 : 50)
                .sum();
    }

    /**
     * The page of this viewer, as gzip or plain.
     *
     * @return its bytes in pieces, most of which are shared and not to be changed
     */
    List<byte[]> filled(@Nullable Viewer viewer, String token, boolean packed) {
        Gzip gzip = new Gzip();
        List<byte[]> page = new ArrayList<>(parts.size() + 2);
        if (packed) {
            page.add(Gzip.head());
        }
        for (Part part : parts) {
            if (part instanceof Shared shared) {
                Parcel parcel = shared.parcel();
                page.add(packed ? gzip.next(parcel) : parcel.plain());
            } else {
                Parcel own = Parcel.of(escaped((Own) part, viewer, token).getBytes(StandardCharsets.UTF_8));
                page.add(packed ? gzip.nextOwn(own) : own.plain());
            }
        }
        if (packed) {
            page.add(gzip.end());
        }
        return page;
    }

    /** As templates escape it, in text and in attributes alike. */
    private static String escaped(Own own, @Nullable Viewer viewer, String token) {
        String text = switch (own) {
            case NAME -> viewer == null ? "" : viewer.name();
            case INITIALS -> viewer == null ? "" : viewer.initials();
            case TOKEN -> token;
        };
        return HtmlEscape.escapeHtml4Xml(text);
    }
}
