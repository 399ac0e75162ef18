package io.nordwand.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One search, done in the way that is quick for it on either database. A wish that few rows fulfil leads: all of them are
 * read by its index, and the rest is asked of those. Where every wish has many, rows are walked in the order of time, by
 * the index of a wish where it has one, until the page is full. Planners alone don't do that: they know averages, and H2
 * walks an index in order only if the order names all its columns.
 */
final class JobSearch {

    /** So many rows are read at once without harm. */
    static final int FEW = 1000;

    /** Counting ends here. */
    static final int MOST = 5_000;

    /** Rows looked at to count those that also fulfil the other wishes. */
    private static final int LOOK = 1500;

    private final JdbcClient jdbc;
    private final List<Wish> wishes;
    private final Piece bounds;
    private final @Nullable Wish leading;
    private final @Nullable NavigableSet<JobMark> all;

    /**
     * @param wishes what is asked for, the likely rarest first
     * @param bounds further conditions, on the time
     */
    JobSearch(JdbcClient jdbc, List<Wish> wishes, Piece bounds) {
        this.jdbc = jdbc;
        this.bounds = bounds;
        List<Wish> sized = new ArrayList<>();
        Wish rare = null;
        long least = FEW + 1L;
        for (Wish wish : wishes) {
            Sized some = sized(wish);
            sized.add(some.wish());
            if (some.rows() < least) {
                rare = some.wish();
                least = some.rows();
            }
        }
        this.wishes = List.copyOf(sized);
        this.leading = rare != null
                ? rare
                : sized.stream().filter(Wish::narrow).findFirst().orElse(null);
        this.all = rare == null ? null : all(rare);
    }

    private static Comparator<JobMark> byTime() {
        return Comparator.comparing(JobMark::at).thenComparing(JobMark::id);
    }

    /**
     * The rows of a range within the bounds. H2 reads a whole index for a list of values with bounds on the next column,
     * so there it is not told that the bounds are on that column.
     */
    private Piece within(Wish.Range range) {
        Piece loose = new Piece(bounds.sql().replace("sort_at", "coalesce(sort_at, sort_at)"), bounds.values());
        return range.condition().and(range.values().size() == 1 ? bounds : loose);
    }

    /** A wish without the ranges in which nothing lies, and how many rows fulfil it at most. */
    private Sized sized(Wish wish) {
        if (wish.whole() != null) {
            return new Sized(wish, FEW + 1L);
        }
        List<Wish.Range> there = new ArrayList<>();
        long rows = 0;
        for (Wish.Range range : wish.ranges()) {
            long more = rows(range, FEW);
            rows += more;
            if (more > 0) {
                there.add(range);
            }
        }
        return new Sized(new Wish(there, null), rows);
    }

    /** Rows in a range, counted up to one more than so many. */
    private long rows(Wish.Range range, int most) {
        return number(Piece.of("select count(*) from (select 1 from job where ")
                .then(within(range))
                .then(" limit " + (most + 1) + ") found"));
    }

    private record Sized(Wish wish, long rows) {}

    private NavigableSet<JobMark> all(Wish wish) {
        TreeSet<JobMark> found = new TreeSet<>(byTime());
        wish.ranges()
                .forEach(range -> found.addAll(marks(Piece.of("select id, sort_at from job where ")
                        .then(within(range).and(wish.others(wishes))))));
        return found;
    }

    /** The jobs that come next, in the order asked for. */
    List<JobMark> page(boolean oldest, @Nullable JobMark after, int size) {
        if (all != null) {
            Set<JobMark> rest = after == null
                    ? (oldest ? all : all.descendingSet())
                    : (oldest
                            ? all.tailSet(after, false)
                            : all.headSet(after, false).descendingSet());
            return rest.stream().limit(size).toList();
        }
        Piece from = after == null
                ? Piece.NONE
                : Piece.of("(sort_at, id) " + (oldest ? ">" : "<") + " (?, ?)", at(after.at()), after.id());
        if (leading == null) {
            return marks(walk(null, Wish.all(wishes.stream()).and(bounds).and(from), oldest, size));
        }
        TreeSet<JobMark> found = new TreeSet<>(byTime());
        for (Wish.Range range : leading.ranges()) {
            Piece condition = within(range).and(leading.others(wishes)).and(from);
            found.addAll(marks(walk(range, condition, oldest, size)));
        }
        return (oldest ? found : found.descendingSet()).stream().limit(size).toList();
    }

    private static Piece walk(Wish.@Nullable Range range, Piece condition, boolean oldest, int size) {
        return Piece.of("select id, sort_at from job")
                .then(
                        condition.sql().isEmpty()
                                ? Piece.NONE
                                : Piece.of(" where ").then(condition))
                .then(order(range, oldest) + " limit " + size);
    }

    private static String order(Wish.@Nullable Range range, boolean oldest) {
        String way = oldest ? "" : " desc";
        String lead = range == null ? "" : range.column() + way + ", ";
        return " order by " + lead + "sort_at" + way + ", id" + way;
    }

    /** How many there are. */
    JobCount count() {
        if (all != null) {
            return capped(all.size());
        }
        if (wishes.isEmpty()) {
            return capped(number(Piece.of("select count(*) from (select 1 from job")
                    .then(
                            bounds.sql().isEmpty()
                                    ? Piece.NONE
                                    : Piece.of(" where ").then(bounds))
                    .then(" limit " + (MOST + 1) + ") found")));
        }
        if (wishes.size() == 1) {
            return alone(wishes.get(0));
        }
        return leading == null ? looked(null, List.of()) : looked(leading, leading.ranges());
    }

    /** By indexes alone; a job that lies in several ranges counts once. */
    private JobCount alone(Wish wish) {
        if (wish.whole() != null) {
            long least = rows(wish.ranges().get(0), MOST);
            return new JobCount(Math.min(least, MOST), false);
        }
        Set<String> ids = new HashSet<>();
        for (Wish.Range range : wish.ranges()) {
            long rows = rows(range, MOST);
            if (rows > MOST || wish.ranges().size() == 1) {
                return capped(rows);
            }
        }
        wish.ranges().forEach(range -> ids.addAll(ids(range)));
        return capped(ids.size());
    }

    private List<String> ids(Wish.Range range) {
        Piece piece = Piece.of("select id from job where ").then(within(range));
        return jdbc.sql(piece.sql()).params(piece.values()).query(String.class).list();
    }

    /** Among the newest rows of the one wish, those that fulfil the others. */
    private JobCount looked(@Nullable Wish wish, List<Wish.Range> ranges) {
        Piece others = wish == null ? Wish.all(wishes.stream()) : wish.others(wishes);
        Set<String> fit = new HashSet<>();
        boolean whole = true;
        List<Wish.@Nullable Range> walked = new ArrayList<>(ranges);
        if (walked.isEmpty()) {
            walked.add(null);
        }
        for (Wish.Range range : walked) {
            Piece condition = range == null ? bounds : within(range);
            Piece rows = Piece.of("select id, case when ")
                    .then(others)
                    .then(" then 1 else 0 end as fits from (select * from job")
                    .then(
                            condition.sql().isEmpty()
                                    ? Piece.NONE
                                    : Piece.of(" where ").then(condition))
                    .then(order(range, false) + " limit " + LOOK + ") found");
            List<String> looked = jdbc.sql(rows.sql())
                    .params(rows.values())
                    .query((row, number) -> row.getInt("fits") == 1 ? row.getString("id") : "")
                    .list();
            fit.addAll(looked);
            whole &= looked.size() < LOOK;
        }
        fit.remove("");
        return new JobCount(fit.size(), whole);
    }

    private static JobCount capped(long number) {
        return new JobCount(Math.min(number, MOST), number <= MOST);
    }

    private long number(Piece piece) {
        return Objects.requireNonNull(
                jdbc.sql(piece.sql()).params(piece.values()).query(Long.class).single());
    }

    private List<JobMark> marks(Piece piece) {
        return jdbc.sql(piece.sql())
                .params(piece.values())
                .query((row, number) -> mark(row))
                .list();
    }

    private static JobMark mark(ResultSet row) throws SQLException {
        Instant at = Objects.requireNonNull(Rows.instant(row, "sort_at"));
        return new JobMark(at, row.getString("id"));
    }

    static Object at(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
