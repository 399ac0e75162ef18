package io.nordwand.bench;

import io.nordwand.bench.Crowd.Piece;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** What one listener of a {@link Crowd} understood: when each answer of the fake Eiger was there to the last byte. */
final class Heard {

    private static final Pattern MARK = Pattern.compile(ChangingEiger.mark() + "(\\d+)");
    private static final int GZIP_HEADER = 10;

    private final Map<Integer, Long> arrivals = new LinkedHashMap<>();
    private final StringBuilder head = new StringBuilder();
    private final StringBuilder size = new StringBuilder();
    private final StringBuilder event = new StringBuilder();
    private final byte[] text = new byte[64 * 1024];
    private final Inflater inflater = new Inflater(true);
    private boolean body;
    private boolean gzip;
    private int skip = GZIP_HEADER;
    private int left;
    private long plain;
    private long sent;

    private Heard() {}

    /**
     * Understands what came.
     *
     * @param from bytes are counted from then on
     */
    static Heard of(List<Piece> pieces, long from) throws DataFormatException {
        Heard heard = new Heard();
        for (Piece piece : pieces) {
            long before = heard.plain;
            heard.take(piece);
            if (piece.at() < from) {
                heard.plain = before;
            } else {
                heard.sent += piece.bytes().length;
            }
        }
        heard.inflater.end();
        return heard;
    }

    /** When each answer had arrived, by its number. */
    Map<Integer, Long> arrivals() {
        return arrivals;
    }

    /** Bytes on the wire. */
    long sent() {
        return sent;
    }

    /** Bytes of text. */
    long plain() {
        return plain;
    }

    private void take(Piece piece) throws DataFormatException {
        byte[] bytes = piece.bytes();
        int at = 0;
        while (!body && at < bytes.length) {
            head.append((char) bytes[at++]);
            if (head.indexOf("\r\n\r\n") >= 0) {
                body = true;
                gzip = head.toString().toLowerCase(java.util.Locale.ROOT).contains("content-encoding: gzip");
                if (!head.toString().startsWith("HTTP/1.1 200")) {
                    throw new IllegalStateException(head.toString());
                }
            }
        }
        while (at < bytes.length) {
            if (left == 0) {
                chunk((char) bytes[at++]);
                continue;
            }
            int count = Math.min(left, bytes.length - at);
            content(bytes, at, count, piece.at());
            left -= count;
            at += count;
        }
    }

    /** A chunk's size, which ends its line; a blank line ends the chunk before. */
    private void chunk(char next) {
        if (next == '\n' && !size.isEmpty()) {
            left = Integer.parseInt(size.toString(), 16);
            size.setLength(0);
        } else if (Character.digit(next, 16) >= 0) {
            size.append(next);
        }
    }

    private void content(byte[] bytes, int from, int count, long at) throws DataFormatException {
        if (!gzip) {
            text(bytes, from, count, at);
            return;
        }
        int header = Math.min(skip, count);
        skip -= header;
        inflater.setInput(bytes, from + header, count - header);
        while (!inflater.needsInput()) {
            int got = inflater.inflate(text);
            if (got == 0) {
                break;
            }
            text(text, 0, got, at);
        }
    }

    private void text(byte[] bytes, int from, int count, long at) {
        plain += count;
        event.append(new String(bytes, from, count, StandardCharsets.ISO_8859_1));
        for (int end = event.indexOf("\n\n"); end >= 0; end = event.indexOf("\n\n")) {
            Matcher mark = MARK.matcher(event).region(0, end);
            while (mark.find()) {
                arrivals.putIfAbsent(Integer.valueOf(mark.group(1)), at);
            }
            event.delete(0, end + 2);
        }
    }
}
