package io.nordwand.dispatch;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How actions are followed up.
 *
 * @param followUp how long the printer is asked whether it took a print, or a queue what became of a lost answer
 * @param askEvery pause between two such readings
 * @param patience how long a page waits for an action's outcome before it shows "on its way"
 */
@ConfigurationProperties("nordwand.dispatch")
record DispatchProperties(
        @DefaultValue("3m") Duration followUp,
        @DefaultValue("4s") Duration askEvery,
        @DefaultValue("3s") Duration patience) {}
