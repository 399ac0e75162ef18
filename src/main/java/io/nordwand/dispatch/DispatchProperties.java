package io.nordwand.dispatch;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How actions are carried out and followed up.
 *
 * @param followUp how long the printer is asked whether it took a print, or a queue what became of a lost answer
 * @param askEvery pause between two such readings
 * @param patience how long a page waits for an action's outcome before it shows "on its way"
 * @param answerLimit longest wait for the answer to something that was sent; after that its outcome is unknown
 * @param readingLimit longest wait for one reading
 * @param lateFollowUp how long the regular polls are watched for a print that was not confirmed in time
 * @param closing how long a shutdown waits for what is on its way to Eiger
 */
@ConfigurationProperties("nordwand.dispatch")
record DispatchProperties(
        @DefaultValue("3m") Duration followUp,
        @DefaultValue("4s") Duration askEvery,
        @DefaultValue("3s") Duration patience,
        @DefaultValue("90s") Duration answerLimit,
        @DefaultValue("45s") Duration readingLimit,
        @DefaultValue("1h") Duration lateFollowUp,
        @DefaultValue("10s") Duration closing) {}
