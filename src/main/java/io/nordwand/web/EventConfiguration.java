package io.nordwand.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.web.reactive.config.WebFluxConfigurer;

/** Live streams are written by {@link EventWriter}. */
@Configuration(proxyBeanMethods = false)
class EventConfiguration implements WebFluxConfigurer {

    @Override
    public void configureHttpMessageCodecs(ServerCodecConfigurer codecs) {
        codecs.customCodecs().register(new EventWriter());
    }
}
