package io.nordwand.eiger;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tells addresses of this machine and this house from public ones. */
final class Addresses {

    private static final Pattern IPV4 = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");

    private Addresses() {}

    /** Whether the host is written as a loopback or private address, or is {@code localhost}. Asks no name server. */
    static boolean isHome(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        if (name.equals("localhost")) {
            return true;
        }
        String literal = name.startsWith("[") && name.endsWith("]") ? name.substring(1, name.length() - 1) : name;
        if (!literal.contains(":") && !IPV4.matcher(literal).matches()) {
            return false;
        }
        try {
            return isHome(InetAddress.getByName(literal));
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** Whether the address is loopback or private, and no metadata service of a cloud machine. */
    static boolean isHome(InetAddress address) {
        return address.isLoopbackAddress()
                || (!isMetadata(address) && (address.isSiteLocalAddress() || isUniqueLocal(address)));
    }

    /** Whether the address is an ordinary one of the public network. */
    static boolean isPublic(InetAddress address) {
        return !isHome(address)
                && !address.isSiteLocalAddress()
                && !isUniqueLocal(address)
                && !address.isLinkLocalAddress()
                && !address.isAnyLocalAddress()
                && !address.isMulticastAddress()
                && !isShared(address);
    }

    /** fd00:ec2::254; the older service is link-local, which is never home. */
    private static boolean isMetadata(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length == 16
                && bytes[0] == (byte) 0xfd
                && bytes[1] == 0
                && bytes[2] == 0x0e
                && bytes[3] == (byte) 0xc2;
    }

    /** fc00::/7. */
    private static boolean isUniqueLocal(InetAddress address) {
        return address instanceof Inet6Address && (address.getAddress()[0] & 0xfe) == 0xfc;
    }

    /** 100.64.0.0/10, addresses within a provider's net, 0.0.0.0/8 and the reserved 240.0.0.0/4. */
    private static boolean isShared(InetAddress address) {
        byte[] bytes = address.getAddress();
        int first = bytes[0] & 0xff;
        return bytes.length == 4 && (first == 0 || first >= 240 || (first == 100 && (bytes[1] & 0xc0) == 0x40));
    }
}
