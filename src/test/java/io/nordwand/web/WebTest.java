package io.nordwand.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;

/** A test of what all pages share, over {@link Samples}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = {WebTestConfiguration.class, Samples.SampleController.class},
        properties = "nordwand.web.zone=UTC")
@AutoConfigureWebTestClient(timeout = "60s")
@interface WebTest {}
