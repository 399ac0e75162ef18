package io.nordwand.dispatch;

import io.nordwand.audit.FakeAudit;
import io.nordwand.farm.FarmFixtures;
import io.nordwand.farm.Forecasts;
import io.nordwand.web.Amounts;
import io.nordwand.web.PageSite;
import io.nordwand.web.PeopleByHeader;
import io.nordwand.web.Times;
import io.nordwand.web.WebProperties;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.HttpHandlerAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;

/** The pages of this module alone: real templates and texts, a fake Eiger, people and sessions by request header. */
@ImportAutoConfiguration({
    HttpHandlerAutoConfiguration.class,
    WebFluxAutoConfiguration.class,
    ThymeleafAutoConfiguration.class,
    MessageSourceAutoConfiguration.class
})
@EnableConfigurationProperties(WebProperties.class)
@Import({
    ActionController.class,
    Actions.class,
    Adding.class,
    Amounts.class,
    Answers.class,
    Bookkeeping.class,
    Register.class,
    Clearing.class,
    Confirming.class,
    ContinueController.class,
    DialogController.class,
    Dialogs.class,
    Dispatch.class,
    Dispatcher.class,
    PageSite.Model.class,
    PlanController.class,
    Plans.class,
    Preflight.class,
    Printing.class,
    RecentJobs.class,
    Planned.class,
    Leftovers.class,
    Removing.class,
    Resuming.class,
    Retracing.class,
    Sending.class,
    Tickets.class,
    Times.class,
    Watch.class,
    Writes.class,
    WritesController.class,
    WritesNotice.class
})
@TestComponent
class PageConfiguration {

    @Bean
    FakeEiger eiger() {
        return new FakeEiger();
    }

    @Bean
    Forecasts forecasts() {
        return new Forecasts(Duration.ofMinutes(15));
    }

    @Bean
    FakeAudit audit(Clock clock) {
        return new FakeAudit(clock);
    }

    @Bean
    FakeJournal journal() {
        return new FakeJournal();
    }

    @Bean
    StopStore stopStore() {
        return new StopStore(Databases.shared());
    }

    @Bean
    WritesProperties writesProperties() {
        return new WritesProperties(true);
    }

    @Bean
    Clock clock() {
        return Clock.fixed(FarmFixtures.NOW, ZoneOffset.UTC);
    }

    @Bean
    DispatchProperties dispatchProperties() {
        Duration moment = Duration.ofMillis(50);
        Duration ages = Duration.ofMinutes(1);
        return new DispatchProperties(
                Duration.ofSeconds(1), moment, Duration.ofMillis(200), ages, ages, moment, moment);
    }

    /** The frame has tests of its own; here stands a bare one in its place. */
    @Bean
    SpringResourceTemplateResolver frame(ApplicationContext context) {
        SpringResourceTemplateResolver resolver = new SpringResourceTemplateResolver();
        resolver.setApplicationContext(context);
        resolver.setPrefix("classpath:/dispatch-pages/");
        resolver.setSuffix(".html");
        resolver.setOrder(0);
        resolver.setCheckExistence(true);
        return resolver;
    }

    @Bean
    PeopleByHeader people() {
        return PeopleByHeader.operators();
    }
}
