package io.nordwand.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That phones can read the QR codes that we draw, shown by another program that reads them. */
class QrPictureTests {

    private static final int SCALE = 6;
    private static final int WHITE = 0xffffff;
    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\d+z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:8080/screens?code=7KX-42M",
                "https://nordwand.example.com/screens?code=ABC-DEF",
                "https://a-much-longer-name.of-a-farm.somewhere.example.com:8443/nordwand/screens?code=ZZZ-999",
            })
    void isReadAsTheVeryAddress(String address) throws Exception {
        assertThat(read(QrPicture.of(address))).isEqualTo(address);
    }

    private static String read(QrPicture picture) throws Exception {
        int side = (picture.side() + 2 * QrPicture.QUIET) * SCALE;
        assertThat(picture.viewBox()).isEqualTo("-4 -4 %1$d %1$d", side / SCALE);
        int[] pixels = new int[side * side];
        Arrays.fill(pixels, WHITE);
        RUN.matcher(picture.path()).results().forEach(run -> paint(pixels, side, run));
        BinaryBitmap bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, pixels)));
        return new QRCodeReader().decode(bitmap).getText();
    }

    private static void paint(int[] pixels, int side, MatchResult run) {
        int left = (Integer.parseInt(run.group(1)) + QrPicture.QUIET) * SCALE;
        int top = (Integer.parseInt(run.group(2)) + QrPicture.QUIET) * SCALE;
        int width = Integer.parseInt(run.group(3)) * SCALE;
        for (int y = top; y < top + SCALE; y++) {
            Arrays.fill(pixels, y * side + left, y * side + left + width, 0);
        }
    }
}
