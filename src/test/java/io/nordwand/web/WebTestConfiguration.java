package io.nordwand.web;

import io.nordwand.audit.Audit;
import io.nordwand.audit.FakeAudit;
import io.nordwand.farm.EigerAccess;
import io.nordwand.farm.FakeFarms;
import io.nordwand.farm.FarmFixtures;
import io.nordwand.farm.PollProperties;
import java.net.URI;
import java.util.List;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Primary;

/**
 * The shared parts (web, account, database) with a farm that tests set by hand ({@link FakeFarms}), a clock that they move
 * ({@link MovableClock}, at {@link FarmFixtures#NOW}) and demo accounts. Page tests add their controllers:
 * {@code @SpringBootTest(classes = {WebTestConfiguration.class, FleetController.class}) @AutoConfigureWebTestClient}.
 */
@TestConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ConfigurationPropertiesScan({"io.nordwand.web", "io.nordwand.account"})
@EnableConfigurationProperties(PollProperties.class)
@ComponentScan(
        basePackages = {"io.nordwand.web", "io.nordwand.account", "io.nordwand.database"},
        excludeFilters = @ComponentScan.Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class))
public class WebTestConfiguration {

    @Bean
    FakeFarms farms() {
        return new FakeFarms(FarmFixtures.farm(FarmFixtures.printer("X7-01")));
    }

    @Bean
    @Primary
    MovableClock testClock() {
        return new MovableClock(FarmFixtures.NOW.plusSeconds(3));
    }

    @Bean
    EigerAccess eigerAccess() {
        return new EigerAccess(URI.create("http://127.0.0.1:1/api/v3"), "demo-access", "demo-secret", true);
    }

    /** Unless a test brings the real one. */
    @Bean
    @ConditionalOnMissingBean(Audit.class)
    FakeAudit fakeAudit(MovableClock clock) {
        return new FakeAudit(clock);
    }

    @Bean
    TestTray testTray() {
        return new TestTray();
    }

    /** Shows whatever a test puts in. */
    static final class TestTray implements TraySource {
        volatile List<TrayItem> items = List.of();

        @Override
        public List<TrayItem> tray() {
            return items;
        }
    }

    @Bean
    MenuEntry testEntry() {
        return new MenuEntry(
                "fleet",
                "layout.menu",
                "/fleet",
                "printer-3d",
                10,
                farm -> new MenuEntry.Count(1, "hands", "layout.fleet.hands"));
    }
}
