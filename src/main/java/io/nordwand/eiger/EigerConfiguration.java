package io.nordwand.eiger;

import io.nordwand.eiger.api.BuildsApi;
import io.nordwand.eiger.api.DevicesApi;
import io.nordwand.eiger.api.JobsApi;
import io.nordwand.eiger.api.OrganizationApi;
import io.nordwand.eiger.api.PartsApi;
import io.nordwand.eiger.call.EigerClient;
import io.nordwand.eiger.call.Sentences;
import io.nordwand.farm.EigerAccess;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Puts the client together. All but the keys' own check depends on the {@link EigerAccess} bean alone, whoever gives it:
 * this module when keys are configured, the simulator when none is.
 */
@Configuration(proxyBeanMethods = false)
class EigerConfiguration {

    @Bean
    @Conditional(AnyKey.class)
    EigerAccess eigerAccess(EigerProperties properties) {
        requireBoth(properties);
        return new EigerAccess(
                BaseUrl.checked(properties.baseUrl(), properties.allowAnyBaseUrl()),
                properties.accessKey(),
                properties.secretKey(),
                false);
    }

    private static void requireBoth(EigerProperties properties) {
        if (properties.accessKey().isEmpty()) {
            throw missing("access key", "EIGER_ACCESS_KEY", "nordwand.eiger.access-key", "secret key");
        }
        if (properties.secretKey().isEmpty()) {
            throw missing("secret key", "EIGER_SECRET_KEY", "nordwand.eiger.secret-key", "access key");
        }
        if (properties.accessKey().contains(":")) {
            throw new FailureAnalyzedException(
                    "The access key of Eiger (EIGER_ACCESS_KEY) holds a colon, which no access key does.",
                    "Give the access key alone, and the secret key in EIGER_SECRET_KEY.");
        }
    }

    private static FailureAnalyzedException missing(String key, String variable, String property, String other) {
        return new FailureAnalyzedException(
                "The " + key + " of Eiger is missing; only the " + other + " is set.",
                "Set the environment variable " + variable + " (or the property " + property + "), or remove the "
                        + other + " as well to watch the simulated farm.");
    }

    @Bean
    EigerClient eigerClient(
            ObjectProvider<WebClient.Builder> web,
            EigerAccess access,
            EigerProperties properties,
            MessageSource messages,
            Clock clock) {
        return new EigerClient(
                web.getIfAvailable(WebClient::builder),
                access,
                properties.limits(),
                properties.formBodies(),
                new Sentences(messages),
                clock);
    }

    @Bean
    DevicesApi devicesApi(EigerClient client) {
        return client.operations(DevicesApi.class);
    }

    @Bean
    BuildsApi buildsApi(EigerClient client) {
        return client.operations(BuildsApi.class);
    }

    @Bean
    JobsApi jobsApi(EigerClient client) {
        return client.operations(JobsApi.class);
    }

    @Bean
    PartsApi partsApi(EigerClient client) {
        return client.operations(PartsApi.class);
    }

    @Bean
    OrganizationApi organizationApi(EigerClient client) {
        return client.operations(OrganizationApi.class);
    }

    @Bean
    EigerSource eigerSource(
            DevicesApi devices,
            BuildsApi builds,
            JobsApi jobs,
            EigerAccess access,
            MessageSource messages,
            Clock clock) {
        return new EigerSource(
                devices, builds, jobs, new Previews(access.baseUrl()), new Refusals(new Sentences(messages)), clock);
    }

    @Bean
    EigerRecords eigerRecords(JobsApi jobs, BuildsApi builds, MessageSource messages) {
        return new EigerRecords(jobs, builds, new Refusals(new Sentences(messages)));
    }

    @Bean
    EigerReports eigerReports(JobsApi jobs, PartsApi parts, EigerAccess access, MessageSource messages) {
        return new EigerReports(jobs, parts, new ReportFiles(access.baseUrl()), new Refusals(new Sentences(messages)));
    }

    @Bean
    EigerPeople eigerPeople(OrganizationApi organization, MessageSource messages) {
        return new EigerPeople(organization, new Refusals(new Sentences(messages)));
    }

    @Bean
    EigerApprovals eigerApprovals(BuildsApi builds, MessageSource messages) {
        return new EigerApprovals(builds, new Refusals(new Sentences(messages)));
    }

    @Bean
    EigerCommands eigerCommands(DevicesApi devices, MessageSource messages) {
        return new EigerCommands(devices, new Refusals(new Sentences(messages)));
    }

    @Bean
    EigerRequests eigerRequests(BuildsApi builds, MessageSource messages) {
        return new EigerRequests(builds, new Refusals(new Sentences(messages)));
    }
}
