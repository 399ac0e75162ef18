package io.nordwand.dispatch;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether anything may be changed at Eiger.
 *
 * @param enabled false stops all writing, whatever an administrator decides on the page
 */
@ConfigurationProperties("nordwand.writes")
record WritesProperties(@DefaultValue("true") boolean enabled) {}
