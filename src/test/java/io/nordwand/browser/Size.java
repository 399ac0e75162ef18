package io.nordwand.browser;

/** The screens that pages are looked at on, in CSS pixels. */
public enum Size {
    DESKTOP(1440, 900),
    PHONE(390, 844),
    WALL(1920, 1080);

    final int width;
    final int height;

    Size(int width, int height) {
        this.width = width;
        this.height = height;
    }

    String label() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
