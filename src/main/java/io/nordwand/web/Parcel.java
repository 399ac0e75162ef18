package io.nordwand.web;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/**
 * A piece of an answer that many viewers get alike: its bytes, and compressed so that it fits into any gzip stream at any
 * place, since it refers to nothing before it and ends on a whole byte. Compressed once, when the first viewer asks.
 */
final class Parcel {

    /** Small enough to be no burden and large enough to take a page in few steps. */
    private static final int STEP = 8 * 1024;

    private static final int LONGEST_BLOCK = 65_535;

    private final byte[] plain;
    private final int checksum;
    private final int shift;
    private volatile byte @Nullable [] packed;

    private Parcel(byte[] plain) {
        this.plain = plain;
        CRC32 crc = new CRC32();
        crc.update(plain);
        this.checksum = (int) crc.getValue();
        this.shift = Checksum.shift(plain.length);
    }

    static Parcel of(byte[] plain) {
        return new Parcel(plain);
    }

    /** The bytes as they are; not to be changed. */
    byte[] plain() {
        return plain;
    }

    /** CRC-32 of the bytes. */
    int checksum() {
        return checksum;
    }

    /** What this piece does to the checksum of what comes before it, see {@link Checksum}. */
    int shift() {
        return shift;
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

    /**
     * The same as a block that is only wrapped, for what one viewer alone gets: a compressor for so little would cost more
     * than it saves.
     */
    byte[] wrapped() {
        if (plain.length > LONGEST_BLOCK) {
            return packed();
        }
        return ByteBuffer.allocate(plain.length + 5)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 0)
                .putShort((short) plain.length)
                .putShort((short) ~plain.length)
                .put(plain)
                .array();
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
