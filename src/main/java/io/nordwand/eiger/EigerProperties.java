package io.nordwand.eiger;

import io.nordwand.eiger.call.CallLimits;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Eiger is reached.
 *
 * @param accessKey Basic user name; blank when not given
 * @param secretKey Basic password; blank when not given
 * @param baseUrl base address of the API
 * @param allowAnyBaseUrl whether a base address other than {@code https://www.} or a loopback or private one is taken
 * @param formBodies whether writing calls send forms in place of JSON (field note 9)
 * @param limits bounds of every call
 */
@ConfigurationProperties("nordwand.eiger")
record EigerProperties(
        @DefaultValue("") String accessKey,
        @DefaultValue("") String secretKey,
        @DefaultValue("https://www.eiger.io/api/v3") String baseUrl,
        @DefaultValue("false") boolean allowAnyBaseUrl,
        @DefaultValue("false") boolean formBodies,
        @DefaultValue CallLimits limits) {
    EigerProperties {
        accessKey = accessKey.strip();
        secretKey = secretKey.strip();
        // An empty environment variable must not undo the default.
        baseUrl = baseUrl.isBlank() ? "https://www.eiger.io/api/v3" : baseUrl.strip();
    }

    @Override
    public String toString() {
        return "EigerProperties[baseUrl=" + baseUrl + ", formBodies=" + formBodies + ", limits=" + limits + "]";
    }
}
