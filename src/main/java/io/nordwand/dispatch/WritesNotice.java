package io.nordwand.dispatch;

import io.nordwand.web.AdminEntry;
import io.nordwand.web.NoticeSource;
import io.nordwand.web.SiteNotice;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells every page that all writing is stopped, and the administration where that is decided. */
@Configuration(proxyBeanMethods = false)
class WritesNotice {

    @Bean
    AdminEntry writesEntry() {
        return new AdminEntry("writes", "writes.title", WritesController.PATH, 20);
    }

    @Bean
    NoticeSource writesStopped(Writes writes) {
        return () -> writes.stopped().map(WritesNotice::notice).stream().toList();
    }

    private static SiteNotice notice(Stop stop) {
        return stop.configured()
                ? SiteNotice.of("writes-off", false, "lock", null)
                : new SiteNotice("writes-stopped", true, "lock", stop.since(), List.of(stop.who(), stop.reason()));
    }
}
