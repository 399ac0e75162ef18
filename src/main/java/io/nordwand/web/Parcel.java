package io.nordwand.web;

import java.io.ByteArrayOutputStream;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/**
 * A piece of an answer that many viewers get alike: its bytes, and compressed so that it fits into any gzip stream at any
 * place, since it refers to nothing before it and ends on a whole byte. Compressed once, when the first viewer asks.
 */
final class Parcel {

    /** Small enough to be no burden and large enough to take a page in few steps. */
    private static final int STEP = 8 * 1024;

    private final byte[] plain;
    private volatile byte @Nullable [] packed;

    private Parcel(byte[] plain) {
        this.plain = plain;
    }

    static Parcel of(byte[] plain) {
        return new Parcel(plain);
    }

    /** The bytes as they are; not to be changed. */
    byte[] plain() {
        return plain;
    }

    /** The same as blocks of deflate (RFC 1951), none of them the last; not to be changed. */
    byte[] packed() {
        byte[] made = packed;
        if (made == null) {
            made = deflate(plain);
            packed = made;
        }
        return made;
    }

    private static byte[] deflate(byte[] plain) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try {
            deflater.setInput(plain);
            ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length / 4 + 64);
            byte[] step = new byte[STEP];
            int count;
            do {
                count = deflater.deflate(step, 0, STEP, Deflater.SYNC_FLUSH);
                out.write(step, 0, count);
            } while (count == STEP);
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }
}
