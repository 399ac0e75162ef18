package io.nordwand.web;

/**
 * The checksum of gzip (CRC-32) of two pieces from that of each, without a look at their bytes: bits are polynomials over
 * GF(2), and a piece that follows multiplies what was before by a power of x.
 */
final class Checksum {

    /** The polynomial of CRC-32, lowest power at the highest bit as all values here. */
    private static final int POLYNOMIAL = 0xEDB88320;

    private static final int ONE = 1 << 31;
    private static final int X = 1 << 30;
    private static final int BITS_OF_A_BYTE = 8;

    /** x to the power of 8, 16, 32, … which 1, 2, 4, … bytes stand for. */
    private static final int[] BYTES = bytes();

    private Checksum() {}

    /**
     * The checksum of both.
     *
     * @param shift {@link #shift} of the second piece
     */
    static int joined(int first, int second, int shift) {
        return times(shift, first) ^ second;
    }

    /** What so many bytes do to the checksum of what was before them. */
    static int shift(int length) {
        int product = ONE;
        for (int power = 0; length >> power != 0; power++) {
            if ((length >> power & 1) != 0) {
                product = times(BYTES[power], product);
            }
        }
        return product;
    }

    private static int[] bytes() {
        int[] bytes = new int[Integer.SIZE - 1];
        int power = X;
        for (int bits = 1; bits < BITS_OF_A_BYTE; bits *= 2) {
            power = times(power, power);
        }
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = power;
            power = times(power, power);
        }
        return bytes;
    }

    private static int times(int a, int b) {
        int product = 0;
        int shifted = b;
        for (int rest = a; rest != 0; rest <<= 1) {
            if (rest < 0) {
                product ^= shifted;
            }
            shifted = (shifted & 1) == 0 ? shifted >>> 1 : shifted >>> 1 ^ POLYNOMIAL;
        }
        return product;
    }
}
