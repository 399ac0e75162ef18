package io.nordwand.kiosk;

/** What counts as one address: of IPv6 the first 64 bits, since everybody has all the rest to choose from. */
final class Neighbourhood {

    private static final int GROUPS = 4;

    private Neighbourhood() {}

    static String of(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        String[] groups = whole(address).split(":", -1);
        StringBuilder first = new StringBuilder();
        for (int i = 0; i < Math.min(GROUPS, groups.length); i++) {
            first.append(groups[i].isEmpty() ? "0" : groups[i]).append(':');
        }
        return first.toString();
    }

    /** With the zeros that {@code ::} stands for. */
    private static String whole(String address) {
        int gap = address.indexOf("::");
        if (gap < 0) {
            return address;
        }
        String before = address.substring(0, gap);
        String after = address.substring(gap + 2);
        int known = groups(before) + groups(after);
        return before + (before.isEmpty() ? "" : ":") + "0:".repeat(Math.max(1, 8 - known)) + after;
    }

    private static int groups(String part) {
        return part.isEmpty() ? 0 : part.split(":", -1).length;
    }
}
