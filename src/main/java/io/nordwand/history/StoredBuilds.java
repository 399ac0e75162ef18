package io.nordwand.history;

import io.nordwand.database.Database;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.MaterialName;
import io.nordwand.farm.record.Approval;
import io.nordwand.farm.record.BuildRecord;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Builds in the table of builds. */
@Component
class StoredBuilds implements BuildSearch {

    private static final Duration CHOICES_KEEP = Duration.ofSeconds(5);

    private final Database database;
    private final Mono<Words> words;

    StoredBuilds(Database database) {
        this.database = database;
        this.words =
                database.call(Words::read).cache(some -> CHOICES_KEEP, problem -> Duration.ZERO, () -> Duration.ZERO);
    }

    /**
     * Words that occur in the table.
     *
     * @param series series in one spelling
     * @param materials all spellings of each material, by the key of its name
     */
    private record Words(List<String> series, Map<String, List<String>> materials) {

        static Words read(JdbcClient jdbc) {
            List<String> series = jdbc.sql(
                            "select min(series) from build where series_key <> '' group by series_key order by series_key")
                    .query(String.class)
                    .list();
            Map<String, List<String>> materials = jdbc.sql("""
                            select primary_material from build where primary_material is not null group by primary_material
                            union
                            select secondary_material from build where secondary_material is not null
                            group by secondary_material""").query(String.class).stream()
                    .sorted()
                    .collect(Collectors.groupingBy(MaterialName::key, TreeMap::new, Collectors.toList()));
            return new Words(series, materials);
        }

        Choices choices() {
            return new Choices(
                    series,
                    materials.values().stream()
                            .map(spellings -> spellings.get(0))
                            .toList());
        }

        Collection<String> spellings(String material) {
            return materials.getOrDefault(MaterialName.key(material), List.of());
        }
    }

    @Override
    public Mono<Found> find(BuildFilter filter, BuildSort sort, long skipped, int most) {
        Mono<Conditions> conditions = filter.material().isBlank()
                ? Mono.just(conditions(filter))
                : words.map(known -> ofMaterial(conditions(filter), known.spellings(filter.material())));
        return conditions.flatMap(where -> database.call(jdbc -> {
            String order = where.sql().isEmpty() ? sort.walked() : sort.sorted();
            if (!where.sql().isEmpty()) {
                where.and("folded >= ''");
            }
            List<String> ids = jdbc.sql("select id from build" + where.sql() + " order by " + order + " limit " + most
                            + " offset " + skipped)
                    .params(where.params())
                    .query(String.class)
                    .list();
            return new Found(
                    builds(jdbc, ids),
                    jdbc.sql("select count(*) from build" + where.sql())
                            .params(where.params())
                            .query(Long.class)
                            .single());
        }));
    }

    /** Whole rows only of those that are shown, in that order: looking through all of them would take its time. */
    private static List<BuildRecord> builds(JdbcClient jdbc, List<String> ids) {
        Map<String, BuildRecord> found = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("select * from build where id in (:ids)").param("ids", ids).query(row -> {
                BuildRecord build = BuildColumns.read(row);
                if (build != null) {
                    found.put(row.getString("id"), build);
                }
            });
        }
        return ids.stream().flatMap(id -> Stream.ofNullable(found.get(id))).toList();
    }

    /** Columns with an index of their own are hidden from it, see {@link BuildSort#sorted}. */
    private static Conditions conditions(BuildFilter filter) {
        Conditions where = new Conditions();
        where.words("folded", filter.text());
        if (!filter.series().isBlank()) {
            where.and("coalesce(series_key, '') = :series", "series", Rows.word(filter.series()));
        }
        where.equal("sliced", filter.sliced());
        if (filter.approval() == Approval.OFF) {
            where.and("coalesce(approved, false) <> coalesce(approved, true)");
        } else if (filter.approval() != null) {
            where.equal("coalesce(approved, approved)", filter.approval() == Approval.YES);
        }
        where.from("part_count", filter.fewestParts());
        where.to("part_count", filter.mostParts());
        if (filter.from() != null || filter.before() != null) {
            where.and("build_created_at is not null");
            where.from("coalesce(sort_at, sort_at)", Column.time(filter.from()));
            where.before("coalesce(sort_at, sort_at)", Column.time(filter.before()));
        }
        return where;
    }

    private static Conditions ofMaterial(Conditions where, Collection<String> spellings) {
        if (spellings.isEmpty()) {
            where.and("1 = 0");
        } else {
            where.and(
                    "(primary_material in (:materials) or secondary_material in (:materials))", "materials", spellings);
        }
        return where;
    }

    @Override
    public Mono<Choices> choices() {
        return words.map(Words::choices);
    }

    @Override
    public Mono<BuildRecord> build(BuildId build) {
        return database.call(jdbc -> {
            List<BuildRecord> found = builds(jdbc, List.of(BuildColumns.key(build)));
            return found.isEmpty() ? null : found.get(0);
        });
    }
}
