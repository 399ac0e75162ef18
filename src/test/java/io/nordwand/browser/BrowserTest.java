package io.nordwand.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;

/**
 * The whole program on a port of its own, with a simulated farm in which only happens what a test lets happen (or what a
 * print does by itself), seen through a {@link Tab}. All such tests share one program, so each takes other printers.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(Browsing.class)
@Timeout(value = 4, unit = TimeUnit.MINUTES)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "nordwand.simulator.people-at-work=false",
            "nordwand.poll.interval=2s",
            "nordwand.poll.max-backoff=2s",
            "nordwand.dispatch.ask-every=1s",
            "nordwand.dispatch.follow-up=20s",
        })
public @interface BrowserTest {}
