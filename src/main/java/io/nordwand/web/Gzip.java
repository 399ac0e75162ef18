package io.nordwand.web;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;
import org.springframework.http.HttpHeaders;

/**
 * One gzip stream (RFC 1952) put together from {@link Parcel}s: all that has to be known of each reader is the checksum,
 * not a compressor with its quarter of a megabyte.
 */
final class Gzip {

    private static final byte[] HEAD = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};
    private static final byte[] LAST_BLOCK = {3, 0};

    private int checksum;
    private int length;

    /** What a stream begins with; not to be changed. */
    static byte[] head() {
        return HEAD;
    }

    /** Whether the browser takes gzip: it names it without refusing it by "q=0". */
    static boolean isAskedFor(HttpHeaders headers) {
        for (String header : headers.getOrEmpty(HttpHeaders.ACCEPT_ENCODING)) {
            for (String part : header.toLowerCase(Locale.ROOT).split(",", -1)) {
                String[] tokens = part.strip().split("\\s*;\\s*", 2);
                if (tokens[0].equals("gzip")) {
                    return tokens.length == 1 || !tokens[1].matches("q=0(\\.0*)?");
                }
            }
        }
        return false;
    }

    /** The next piece's compressed bytes; not to be changed. */
    byte[] next(Parcel parcel) {
        count(parcel);
        return parcel.packed();
    }

    /** The next piece, which no other viewer gets and which is small. */
    byte[] nextOwn(Parcel parcel) {
        count(parcel);
        return parcel.wrapped();
    }

    private void count(Parcel parcel) {
        checksum = Checksum.joined(checksum, parcel.checksum(), parcel.shift());
        length += parcel.plain().length;
    }

    /** What a stream ends with. */
    byte[] end() {
        return ByteBuffer.allocate(LAST_BLOCK.length + 8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(LAST_BLOCK)
                .putInt(checksum)
                .putInt(length)
                .array();
    }
}
