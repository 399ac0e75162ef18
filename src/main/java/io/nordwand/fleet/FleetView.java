package io.nordwand.fleet;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How the fleet is drawn. */
enum FleetView {
    CARDS("layout-grid"),
    COMPACT("grip"),
    TABLE("rows-3");

    /** Farms larger than this are drawn compact unless somebody asks for something else. */
    private static final int MANY = 60;

    private final String icon;

    FleetView(String icon) {
        this.icon = icon;
    }

    /** Lucide icon of its switch. */
    public String icon() {
        return icon;
    }

    /** The word in URLs and message keys. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<FleetView> from(String key) {
        return Arrays.stream(values()).filter(view -> view.key().equals(key)).findFirst();
    }

    static FleetView usual(int printers) {
        return printers > MANY ? COMPACT : CARDS;
    }
}
