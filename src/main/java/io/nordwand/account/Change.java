package io.nordwand.account;

import java.util.Locale;

/** What an administrator can do to an account. */
enum Change {
    ROLE("shield"),
    DISABLE("circle-slash"),
    ENABLE("circle-check"),
    RESET("key-round");

    private final String icon;

    Change(String icon) {
        this.icon = icon;
    }

    /** Key for messages, addresses and, behind {@code account.}, the audit log. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Symbol of the sprite. */
    public String icon() {
        return icon;
    }
}
