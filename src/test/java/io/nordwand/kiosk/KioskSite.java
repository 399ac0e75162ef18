package io.nordwand.kiosk;

import io.nordwand.farm.PollProperties;
import io.nordwand.web.Assets;
import io.nordwand.web.PageSite;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;

/** What a screen shows, without pairing. */
@Import({
    PageSite.class,
    Assets.class,
    KioskConfiguration.class,
    Askers.class,
    FakeCopy.class,
    BoardPages.class,
    BoardHtml.class,
    BoardStream.class,
    WallController.class
})
@EnableConfigurationProperties({PollProperties.class, ShopProperties.class})
@TestComponent
class KioskSite {}
