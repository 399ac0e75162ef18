package io.nordwand.queue;

import java.util.Arrays;
import java.util.Locale;

/** How the queues are drawn. */
enum QueueView {
    TIMELINE("chart-gantt"),
    COLUMNS("columns-3");

    private final String icon;

    QueueView(String icon) {
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

    static QueueView from(String key) {
        return Arrays.stream(values())
                .filter(view -> view.key().equals(key))
                .findFirst()
                .orElse(TIMELINE);
    }
}
