package io.nordwand.simulator.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;

/**
 * Signed links to files that the simulator serves itself, good for a while only (field note 54).
 *
 * @param secret what the signature is made with
 * @param origin scheme, host and port
 * @param now time from which a link lives
 */
record Links(String secret, String origin, Instant now) {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);

    String preview(String picture) {
        return link("/files/previews/" + picture + ".webp", HOUR);
    }

    String report(Object printedPart) {
        return link("/files/reports/" + printedPart + ".pdf", HOUR);
    }

    String stl(Object partVersion) {
        return link("/files/stl/" + partVersion + ".stl", HALF_A_MINUTE);
    }

    /** Whether that link is one of ours and still lives. */
    boolean good(String path, Query query) {
        String expires = query.value("expires");
        String token = query.value("token");
        return expires != null
                && token != null
                && expires.matches("\\d{1,12}")
                && same(token, token(path, expires))
                && now.getEpochSecond() <= Long.parseLong(expires);
    }

    private String link(String path, Duration life) {
        String expires = Long.toString(now.plus(life).getEpochSecond());
        return origin + path + "?expires=" + expires + "&token=" + token(path, expires);
    }

    private String token(String path, String expires) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] hash = digest.digest((secret + '\n' + path + '\n' + expires).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    /** Neither the secret nor a link appears in a log. */
    @Override
    public String toString() {
        return "Links[" + origin + "]";
    }
}
