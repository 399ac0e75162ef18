package io.nordwand.history;

import io.nordwand.database.StorableText;
import io.nordwand.farm.Build;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.Needs;
import io.nordwand.farm.record.BuildRecord;
import io.nordwand.farm.record.Costs;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Builds in the database: in a table of their own, and as each job holds one. */
final class BuildColumns {

    /** The table of builds. */
    static final Kept<BuildRecord> TABLE = new Kept<>(
            "build",
            record -> key(record.build().id()),
            "given_build",
            Column.joined(List.of(
                    ofListed(),
                    List.of(
                            new Column<>(
                                    "folded",
                                    record -> Rows.folded(record.build().title())),
                            new Column<>(
                                    "series_key",
                                    record -> Rows.word(record.build().series())),
                            new Column<>(
                                    "sort_at",
                                    record -> Rows.sortTime(record.build().createdAt()))))),
            List.of(),
            ApprovalTables::follow);

    private BuildColumns() {}

    /** Approving changes many builds without a trace in the list (field note 50): the approved set says who has it. */
    private static List<Column<BuildRecord>> ofListed() {
        return of((BuildRecord record) -> record).stream()
                .map(column -> column.name().equals("approved") ? column.keptByOthers() : column)
                .toList();
    }

    /** The id by which builds are compared. */
    static String key(BuildId id) {
        return Objects.requireNonNull(StorableText.of(id.value())).toLowerCase(Locale.ROOT);
    }

    /** The columns of the build that a record holds, or of no build. */
    static <T> List<Column<T>> of(Function<T, @Nullable BuildRecord> held) {
        return List.of(
                build(held, "given_build", build -> StorableText.of(build.id().value())),
                text(held, "title", Build::title),
                text(held, "series", Build::series),
                build(held, "part_count", Build::partCount),
                build(held, "primary_material", build -> StorableText.of(build.primaryMaterial())),
                build(held, "secondary_material", build -> StorableText.of(build.secondaryMaterial())),
                build(held, "need_primary", build -> build.needs().primaryCubicCentimetres()),
                build(held, "need_secondary", build -> build.needs().secondaryCubicCentimetres()),
                build(held, "need_support", build -> build.needs().supportCubicCentimetres()),
                Column.of("need_fiber", held, BuildRecord::fiberCubicCentimetres),
                build(
                        held,
                        "estimate_millis",
                        build -> build.estimate() == null
                                ? null
                                : build.estimate().toMillis()),
                build(held, "sliced", Build::sliced),
                build(held, "approved", Build::approved),
                Column.of("inspected", held, BuildRecord::inspected),
                build(held, "build_created_at", build -> Column.time(build.createdAt())),
                Column.of("build_updated_at", held, record -> Column.time(record.updatedAt())),
                Column.of(
                        "standard_primary",
                        held,
                        record -> record.standardCosts().primary()),
                Column.of(
                        "standard_secondary",
                        held,
                        record -> record.standardCosts().secondary()),
                Column.of(
                        "standard_support",
                        held,
                        record -> record.standardCosts().support()),
                Column.of(
                        "standard_fiber", held, record -> record.standardCosts().fiber()),
                Column.of(
                        "standard_total", held, record -> record.standardCosts().total()),
                Column.of("custom_primary", held, record -> record.customCosts().primary()),
                Column.of(
                        "custom_secondary", held, record -> record.customCosts().secondary()),
                Column.of("custom_support", held, record -> record.customCosts().support()),
                Column.of("custom_fiber", held, record -> record.customCosts().fiber()),
                Column.of("custom_total", held, record -> record.customCosts().total()));
    }

    private static <T> Column<T> build(
            Function<T, @Nullable BuildRecord> held, String name, Function<Build, @Nullable Object> value) {
        return Column.of(name, held, record -> value.apply(record.build()));
    }

    /** A text that is never null: without a build it is blank. */
    private static <T> Column<T> text(
            Function<T, @Nullable BuildRecord> held, String name, Function<Build, String> value) {
        return new Column<>(name, record -> {
            BuildRecord there = held.apply(record);
            return there == null ? "" : StorableText.of(value.apply(there.build()));
        });
    }

    /** The build in a row of either table, or null without one. */
    static @Nullable BuildRecord read(ResultSet row) throws SQLException {
        String id = row.getString("given_build");
        if (id == null) {
            return null;
        }
        Number estimate = (Number) row.getObject("estimate_millis");
        return new BuildRecord(
                new Build(
                        new BuildId(id),
                        row.getString("title"),
                        row.getString("series"),
                        Rows.integer(row, "part_count"),
                        row.getString("primary_material"),
                        row.getString("secondary_material"),
                        new Needs(
                                Rows.decimal(row, "need_primary"),
                                Rows.decimal(row, "need_secondary"),
                                Rows.decimal(row, "need_support")),
                        estimate == null ? null : Duration.ofMillis(estimate.longValue()),
                        (Boolean) row.getObject("sliced"),
                        (Boolean) row.getObject("approved"),
                        Rows.instant(row, "build_created_at")),
                Rows.instant(row, "build_updated_at"),
                (Boolean) row.getObject("inspected"),
                Rows.decimal(row, "need_fiber"),
                costs(row, "standard_"),
                costs(row, "custom_"));
    }

    private static Costs costs(ResultSet row, String prefix) throws SQLException {
        return new Costs(
                Rows.decimal(row, prefix + "primary"),
                Rows.decimal(row, prefix + "secondary"),
                Rows.decimal(row, prefix + "support"),
                Rows.decimal(row, prefix + "fiber"),
                Rows.decimal(row, prefix + "total"));
    }
}
