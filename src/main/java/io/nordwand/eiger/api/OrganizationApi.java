package io.nordwand.eiger.api;

import io.nordwand.eiger.wire.Page;
import io.nordwand.eiger.wire.PersonWire;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import reactor.core.publisher.Mono;

/** People and figures of the organization (tags Users and Dashboard). */
@HttpExchange(accept = "application/json")
public interface OrganizationApi {

    /** One page of users; even their ids may be null (field note 25). */
    @GetExchange("/users")
    Mono<Page<PersonWire>> listUsers(@RequestParam MultiValueMap<String, String> query);

    /** One user, with the dates that the list lacks. */
    @GetExchange("/users/{user}")
    Mono<PersonWire> fetchUser(@PathVariable String user);

    /**
     * The analytics table as CSV, as it came (field note 59).
     *
     * @param timespan day, week, month, quarter, year or all_time
     */
    @GetExchange(
            url = "/dashboard/custom_analytics_csv",
            accept = {"text/csv", "application/json"})
    @Habits(Habit.SLOW)
    Mono<String> getCustomAnalyticsCSV(@RequestParam("filter[timespan][eq]") String timespan);
}
