package io.nordwand.simulator.api;

import io.nordwand.simulator.world.Person;
import io.nordwand.simulator.world.Refusal;
import io.nordwand.simulator.world.Timeline;
import io.nordwand.simulator.world.World;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Members of the organization, and the table of figures. */
final class PeopleOperations {

    private static final Map<String, Comparator<Person>> ORDERS = Map.of(
            "name", Comparator.comparing(Person::name, Comparator.nullsLast(String.CASE_INSENSITIVE_ORDER)),
            "email", Comparator.comparing(Person::email),
            "created_at", Query.byTime(Person::createdAt));

    private final Timeline timeline;

    PeopleOperations(Timeline timeline) {
        this.timeline = timeline;
    }

    List<Route> routes() {
        return List.of(
                Route.get("listUsers", "/users", this::list),
                Route.get("fetchUser", "/users/{user_id}", this::read),
                Route.get("getCustomAnalyticsCSV", "/dashboard/custom_analytics_csv", this::table));
    }

    /** UserView. */
    static Map<String, @Nullable Object> user(Person person) {
        return Json.object("id", person.id(), "name", person.name(), "email", person.email());
    }

    private Answer list(Call call) {
        Query query = call.query();
        return query.page(
                timeline.world().catalogue().people().stream()
                        .filter(query.words("email", Person::email))
                        .filter(query.words("name", Person::name))
                        .filter(query.times("created_at", Person::createdAt))
                        .filter(query.times("updated_at", Person::createdAt)),
                ORDERS,
                "name",
                "asc",
                PeopleOperations::user);
    }

    private Answer read(Call call) {
        UUID id = call.id("user_id");
        Person person = timeline.world().catalogue().people().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.missing("User"));
        Map<String, @Nullable Object> view = user(person);
        if (person.name() == null) {
            view.remove("name");
        }
        view.put("created_at", Json.time(person.createdAt()));
        view.put("updated_at", Json.time(person.createdAt()));
        return Answer.json(200, view);
    }

    private Answer table(Call call) {
        String span = call.query()
                .choice(
                        "filter[timespan][eq]",
                        "month",
                        List.of("day", "week", "month", "quarter", "year", "all_time"));
        World world = timeline.world();
        return Answer.text(200, "text/csv; charset=utf-8", Analytics.table(world, span));
    }
}
