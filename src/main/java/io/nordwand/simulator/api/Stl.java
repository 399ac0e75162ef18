package io.nordwand.simulator.api;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Just enough of the STL format to tell a model from anything else. */
final class Stl {

    private static final int HEADER = 84;
    private static final int TRIANGLE = 50;

    private Stl() {}

    /** Number of triangles in the file, or -1 when it is no STL. */
    static long triangles(byte[] file) {
        if (file.length >= HEADER) {
            long said = Integer.toUnsignedLong(
                    ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(HEADER - 4));
            if (file.length == HEADER + said * TRIANGLE) {
                return said;
            }
        }
        String text = new String(file, StandardCharsets.US_ASCII);
        return text.stripLeading().startsWith("solid") && text.contains("endsolid")
                ? text.split("facet normal", -1).length - 1L
                : -1;
    }

    /** A right-angled corner of one triangle, for parts that nobody uploaded. */
    static byte[] sample() {
        String text = """
                solid sample
                 facet normal 0 0 1
                  outer loop
                   vertex 0 0 0
                   vertex 20 0 0
                   vertex 0 20 0
                  endloop
                 endfacet
                endsolid sample
                """;
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
