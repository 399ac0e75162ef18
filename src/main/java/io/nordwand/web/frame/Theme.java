package io.nordwand.web.frame;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** Light, dark or as the system has it; kept in a cookie that the server reads, so that no page flashes. */
public enum Theme {
    /** As the device has it; no cookie. */
    SYSTEM("monitor"),
    /** Always light. */
    LIGHT("sun"),
    /** Always dark. */
    DARK("moon");

    private static final String COOKIE = "theme";

    private final String icon;

    Theme(String icon) {
        this.icon = icon;
    }

    /** Sprite symbol of the switch. */
    public String icon() {
        return icon;
    }

    /** Value in the cookie and in {@code data-theme}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What {@code <html data-theme>} is to be; null for the system's. */
    public @Nullable String attribute() {
        return this == SYSTEM ? null : key();
    }

    static Theme of(@Nullable String value) {
        for (Theme theme : values()) {
            if (theme.key().equals(value)) {
                return theme;
            }
        }
        return SYSTEM;
    }

    static Theme of(ServerHttpRequest request) {
        HttpCookie cookie = request.getCookies().getFirst(COOKIE);
        return of(cookie == null ? null : cookie.getValue());
    }

    /** Readable by scripts: the switch works there at once, too. */
    ResponseCookie cookie(ServerHttpRequest request) {
        return ResponseCookie.from(COOKIE, this == SYSTEM ? "" : key())
                .path("/")
                .maxAge(this == SYSTEM ? Duration.ZERO : Duration.ofDays(365))
                .sameSite("Lax")
                .secure("https".equalsIgnoreCase(request.getURI().getScheme()))
                .build();
    }
}
