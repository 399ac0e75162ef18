package io.nordwand.web;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.nordwand.farm.FakeFarms;
import io.nordwand.farm.Farm;
import io.nordwand.farm.FarmFixtures;
import io.nordwand.farm.Forecasts;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.codec.autoconfigure.CodecsAutoConfiguration;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.HttpHandlerAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;
import org.thymeleaf.templatemode.TemplateMode;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Pages in a bare frame, over a farm that the test sets by hand; a module adds its own components. */
@EnableConfigurationProperties(WebProperties.class)
@Import({Fragments.class, SharedPages.class, Times.class, Amounts.class, Csv.class, PageSite.Model.class})
@ImportAutoConfiguration({
    WebFluxAutoConfiguration.class,
    HttpHandlerAutoConfiguration.class,
    CodecsAutoConfiguration.class,
    ThymeleafAutoConfiguration.class,
    MessageSourceAutoConfiguration.class
})
@TestComponent
public class PageSite {

    /** Who looks; tests change it. */
    public static final AtomicReference<Viewer> VIEWER = new AtomicReference<>(new Viewer("lena", Role.OPERATOR));

    @Bean
    FakeFarms farms() {
        return new FakeFarms(Farm.none());
    }

    @Bean
    Forecasts forecasts() {
        return new Forecasts(Duration.ofMinutes(15));
    }

    @Bean
    Clock clock() {
        return Clock.fixed(FarmFixtures.NOW, ZoneOffset.UTC);
    }

    /** The frame of this test instead of the real one. */
    @Bean
    SpringResourceTemplateResolver frame(ApplicationContext context) {
        SpringResourceTemplateResolver resolver = new SpringResourceTemplateResolver();
        resolver.setApplicationContext(context);
        resolver.setPrefix("classpath:/bare-frame/");
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCheckExistence(true);
        resolver.setOrder(0);
        return resolver;
    }

    @Bean
    LiveStream liveStream() {
        LiveStream stream = mock(LiveStream.class);
        when(stream.of(any())).thenAnswer(call -> events(call.getArgument(0)));
        when(stream.bare(any())).thenAnswer(call -> events(call.getArgument(0)));
        return stream;
    }

    private static Flux<ServerSentEvent<String>> events(Flux<String> regions) {
        return regions.map(html -> ServerSentEvent.builder(html).build())
                .startWith(ServerSentEvent.<String>builder()
                        .event("heartbeat")
                        .data("")
                        .build());
    }

    /** The part of the frame's model that pages of this module read. */
    @ControllerAdvice
    public static class Model {

        private final Times times;
        private final Amounts amounts;

        Model(Times times, Amounts amounts) {
            this.times = times;
            this.amounts = amounts;
        }

        @ModelAttribute("times")
        Times times() {
            return times;
        }

        @ModelAttribute("amounts")
        Amounts amounts() {
            return amounts;
        }

        @ModelAttribute("viewer")
        Mono<Viewer> viewer() {
            return Mono.fromSupplier(VIEWER::get);
        }
    }
}
