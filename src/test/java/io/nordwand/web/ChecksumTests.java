package io.nordwand.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChecksumTests {

    @ParameterizedTest
    @CsvSource({"0, 0", "0, 1", "1, 0", "5, 1", "1, 2", "7, 255", "300, 65537", "65536, 1000000"})
    void theChecksumOfTwoPiecesIsThatOfTheWhole(int first, int second) {
        byte[] all = new byte[first + second];
        new Random(first * 31L + second).nextBytes(all);

        assertThat(Checksum.joined(of(all, 0, first), of(all, first, second), Checksum.shift(second)))
                .isEqualTo(of(all, 0, all.length));
    }

    private static int of(byte[] bytes, int from, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, from, length);
        return (int) crc.getValue();
    }
}
