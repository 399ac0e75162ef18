package io.nordwand.kiosk;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Screens of the shop floor.
 *
 * @param address where people reach Nordwand, {@code https://nordwand.example.com}, as a screen that waits to be connected
 *     tells them; by default as the screen itself reached it
 */
@ConfigurationProperties("nordwand.kiosk")
record KioskProperties(@Nullable URI address) {

    KioskProperties {
        if (address != null && !isWeb(address)) {
            throw new IllegalArgumentException("nordwand.kiosk.address is " + address
                    + "; it must begin with http:// or https://, name a host, and have neither query nor fragment");
        }
    }

    private static boolean isWeb(URI address) {
        boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
        return web && address.getHost() != null && address.getQuery() == null && address.getFragment() == null;
    }
}
