package io.nordwand.queue;

import io.nordwand.web.PageSite;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/** The pages of this module alone. */
@ComponentScan(basePackageClasses = QueueController.class)
@Import(PageSite.class)
@TestComponent
class QueueSite {}
