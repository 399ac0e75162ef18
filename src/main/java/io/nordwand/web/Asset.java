package io.nordwand.web;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.util.StringUtils;

/**
 * One built file.
 *
 * @param type its content type, with charset for text
 * @param plain the content
 * @param brotli the content compressed so, or null where that is no gain
 * @param gzip the content compressed so, or null where that is no gain
 */
@SuppressWarnings("ArrayRecordComponent")
record Asset(String type, byte[] plain, byte @Nullable [] brotli, byte @Nullable [] gzip) {

    private static final Map<String, String> TYPES = Map.of(
            "js", "text/javascript;charset=UTF-8",
            "css", "text/css;charset=UTF-8",
            "svg", "image/svg+xml;charset=UTF-8",
            "txt", "text/plain;charset=UTF-8",
            "woff2", "font/woff2");

    /** Reads a file and what lies compressed beside it. */
    static Asset read(Resource file) throws IOException {
        String name = String.valueOf(file.getFilename());
        String type =
                TYPES.getOrDefault(String.valueOf(StringUtils.getFilenameExtension(name)), "application/octet-stream");
        return new Asset(type, file.getContentAsByteArray(), beside(file, name + ".br"), beside(file, name + ".gz"));
    }

    private static byte @Nullable [] beside(Resource file, String name) throws IOException {
        Resource compressed = file.createRelative(name);
        return compressed.exists() ? compressed.getContentAsByteArray() : null;
    }
}
