package io.nordwand.web;

/**
 * The checksum of gzip (CRC-32) of two pieces from that of each, without a look at their bytes: a piece that follows is
 * as if the one before had been lengthened by as many zeros, which is linear over bits.
 */
final class Checksum {

    private static final int POLYNOMIAL = 0xEDB88320;
    private static final int BITS = 32;

    /** What 1, 2, 4, … zero bytes make of each bit. */
    private static final int[][] ZEROS = zeros();

    private Checksum() {}

    /**
     * The checksum of both.
     *
     * @param length bytes of the second piece
     */
    static int joined(int first, int second, int length) {
        int lengthened = first;
        for (int power = 0; length >> power != 0; power++) {
            if ((length >> power & 1) != 0) {
                lengthened = times(ZEROS[power], lengthened);
            }
        }
        return lengthened ^ second;
    }

    private static int[][] zeros() {
        int[] bit = new int[BITS];
        bit[0] = POLYNOMIAL;
        for (int i = 1; i < BITS; i++) {
            bit[i] = 1 << (i - 1);
        }
        int[][] zeros = new int[BITS - 1][];
        zeros[0] = twice(twice(twice(bit)));
        for (int power = 1; power < zeros.length; power++) {
            zeros[power] = twice(zeros[power - 1]);
        }
        return zeros;
    }

    private static int[] twice(int[] step) {
        int[] both = new int[BITS];
        for (int i = 0; i < BITS; i++) {
            both[i] = times(step, step[i]);
        }
        return both;
    }

    private static int times(int[] matrix, int vector) {
        int sum = 0;
        for (int rest = vector; rest != 0; rest &= rest - 1) {
            sum ^= matrix[Integer.numberOfTrailingZeros(rest)];
        }
        return sum;
    }
}
