package io.nordwand.web;

import org.springframework.http.server.reactive.ServerHttpRequest;

/** Tells whether a request comes from a connected screen. Offered by {@code kiosk}. */
@FunctionalInterface
public interface ScreenGate {

    /** Whether it carries the token of a screen that is connected at this moment; never waits. */
    boolean admits(ServerHttpRequest request);
}
