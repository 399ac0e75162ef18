package io.nordwand.kiosk;

import io.nayuki.qrcodegen.QrCode;

/**
 * A QR code as geometry.
 *
 * @param side modules along each side, without the quiet zone
 * @param path its dark modules as an SVG path, one unit each
 */
public record QrPicture(int side, String path) {

    /** Empty modules that the standard wants around the code (ISO/IEC 18004, 9.1). */
    public static final int QUIET = 4;

    /** Of that text, with a quarter to spare for glare and dirt. */
    static QrPicture of(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.QUARTILE);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; ) {
                int from = x;
                while (x < code.size && code.getModule(x, y)) {
                    x++;
                }
                if (x > from) {
                    path.append("M%d %dh%dv1h-%dz".formatted(from, y, x - from, x - from));
                }
                x++;
            }
        }
        return new QrPicture(code.size, path.toString());
    }

    /** Viewport with the quiet zone. */
    public String viewBox() {
        return "-%1$d -%1$d %2$d %2$d".formatted(QUIET, side + 2 * QUIET);
    }
}
