package io.nordwand.audit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;

/** Writes network addresses as people and other programs write them: IPv6 as in RFC 5952, section 4. */
final class NetworkAddress {

    private NetworkAddress() {}

    /** The address in words; the zone of a link-local one stays behind its percent sign. */
    static String of(InetAddress address) {
        String text = address.getHostAddress();
        if (!(address instanceof Inet6Address)) {
            return text;
        }
        int zone = text.indexOf('%');
        return zone < 0 ? shortened(text) : shortened(text.substring(0, zone)) + text.substring(zone);
    }

    /** Puts {@code ::} in place of the longest run of at least two zero groups, the first of equal ones. */
    private static String shortened(String text) {
        String[] groups = text.split(":");
        int start = 0;
        int length = 1;
        for (int i = 0; i < groups.length; i++) {
            int zeros = zeros(groups, i);
            if (zeros > length) {
                start = i;
                length = zeros;
            }
        }
        if (length < 2) {
            return text;
        }
        return String.join(":", Arrays.copyOfRange(groups, 0, start))
                + "::"
                + String.join(":", Arrays.copyOfRange(groups, start + length, groups.length));
    }

    private static int zeros(String[] groups, int from) {
        int i = from;
        while (i < groups.length && groups[i].equals("0")) {
            i++;
        }
        return i - from;
    }
}
