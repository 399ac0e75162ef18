package io.nordwand.eiger;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Finds out from the bytes themselves what kind of picture they are; what a server calls them is not believed. */
enum ImageType {
    PNG("image/png", "\u0089PNG\r\n\u001a\n", 0, ""),
    JPEG("image/jpeg", "\u00ff\u00d8\u00ff", 0, ""),
    GIF("image/gif", "GIF8", 0, ""),
    WEBP("image/webp", "RIFF", 8, "WEBP");

    private final String mediaType;
    private final String start;
    private final int offset;
    private final String further;

    /** A type whose bytes are {@code start} at 0 and {@code further} at {@code offset}, one byte a character. */
    ImageType(String mediaType, String start, int offset, String further) {
        this.mediaType = mediaType;
        this.start = start;
        this.offset = offset;
        this.further = further;
    }

    /** The media type, or null when it is no picture that browsers may be given. */
    static @Nullable String of(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, 16), StandardCharsets.ISO_8859_1);
        for (ImageType type : values()) {
            if (head.startsWith(type.start) && head.startsWith(type.further, type.offset)) {
                return type.mediaType;
            }
        }
        return null;
    }
}
