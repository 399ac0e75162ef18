package io.nordwand.kiosk;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is known of the shop.
 *
 * @param hours when somebody is there, for example {@code Mon-Fri 06:00-22:00, Sat 08:00-12:00}, in the zone of the
 *     installation; blank when not known, and then nothing is marked as ending while nobody is there
 */
@ConfigurationProperties("nordwand.shop")
record ShopProperties(@DefaultValue("") String hours) {
    ShopProperties {
        ShopHours.parse(hours);
    }

    ShopHours parsed() {
        return ShopHours.parse(hours);
    }
}
