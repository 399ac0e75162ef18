package io.nordwand.web;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How pages speak.
 *
 * @param name name of the farm, shown under the product's name
 * @param zone time zone of the times that the server writes, by default the machine's; browsers show their own
 * @param locale locale of dates and numbers
 * @param streamLifetime longest life of one live stream; the browser then opens the next
 */
@ConfigurationProperties("nordwand.web")
public record WebProperties(
        @DefaultValue("My farm") String name,
        @Nullable ZoneId zone,
        @DefaultValue("en-GB") Locale locale,
        @DefaultValue("1h") Duration streamLifetime) {

    /** The zone to write times in. */
    public ZoneId zoneOrDefault() {
        return zone == null ? ZoneId.systemDefault() : zone;
    }
}
