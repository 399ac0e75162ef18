package io.nordwand.kiosk;

import java.net.URI;
import java.time.Instant;
import java.util.List;

/**
 * What a browser shows that waits to be connected.
 *
 * @param letters the code, letter by letter
 * @param address where to type it, without the scheme, for people
 * @param qr leads there with the code
 * @param until when the code ends
 * @param place network address of this browser, by which an administrator tells it from others
 */
public record PairPage(List<String> letters, String address, QrPicture qr, Instant until, String place) {

    /** Of that browser, at the address that the program is reached by. */
    static PairPage of(Waiting waiting, URI base) {
        String place = waiting.sighting().address();
        String at = base.toString().replaceAll("/+$", "") + ScreensController.PATH;
        String address = at.replaceFirst("^https?://", "");
        return new PairPage(
                waiting.code().chars().mapToObj(Character::toString).toList(),
                address,
                QrPicture.of(at + "?code=" + waiting.written()),
                waiting.until(),
                place);
    }

    /** First half of the code. */
    public List<String> left() {
        return letters.subList(0, letters.size() / 2);
    }

    /** Second half of the code. */
    public List<String> right() {
        return letters.subList(letters.size() / 2, letters.size());
    }

    /** The code for those who hear it: letter by letter. */
    public String spoken() {
        return String.join(" ", left()) + ", " + String.join(" ", right());
    }
}
