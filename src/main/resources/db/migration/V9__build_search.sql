-- Searches among builds look at a few columns of each row: they lie together here, so that H2 need not read whole rows.
create index build_find on build (
    folded, id, series_key, primary_material, secondary_material, sliced, approved, part_count, sort_at, build_created_at,
    estimate_millis, need_primary
);

-- Orders other than by time, as BuildSort has them.
create index build_title on build (folded, id);
create index build_longest on build (estimate_millis desc nulls last, id);
create index build_needs on build (need_primary desc nulls last, id);
