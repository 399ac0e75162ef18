package io.nordwand.history;

import io.nordwand.database.Database;
import io.nordwand.database.StorableText;
import io.nordwand.farm.ActiveJob;
import io.nordwand.farm.Farms;
import io.nordwand.farm.JobId;
import io.nordwand.farm.record.JobRecord;
import io.nordwand.web.WebProperties;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Searches jobs by SQL. */
@Component
class StoredJobs implements Jobs {

    /** More names than this are looked up again in the database rather than listed in a statement. */
    private static final int NAMES = 1000;

    /** More words than this are looked for in one name only. */
    private static final int WORDS = 6;

    private static final JobCount NOT_COUNTED = new JobCount(0, false);

    private static final List<String> NAMED =
            List.of("title_label", "printer_label", "initiator_label", "requester_label");

    private final Database database;
    private final JobNames names;
    private final Farms farms;
    private final FigureReader figures;
    private final ZoneId zone;

    StoredJobs(Database database, JobNames names, Farms farms, FigureReader figures, WebProperties web) {
        this.database = database;
        this.names = names;
        this.farms = farms;
        this.figures = figures;
        this.zone = web.zoneOrDefault();
    }

    @Override
    public Mono<JobPage> page(JobFilter filter, boolean oldest, @Nullable JobMark after, int size) {
        return database.call(jdbc -> {
            JobSearch search = search(jdbc, filter);
            JobPage page = page(jdbc, search, oldest, after, size, NOT_COUNTED);
            boolean alone = after == null && page.next() == null;
            int shown = page.jobs().size();
            JobCount count = alone ? new JobCount(shown, true) : search.count().atLeast(shown);
            return new JobPage(page.jobs(), page.next(), count);
        });
    }

    @Override
    public Mono<JobPage> piece(JobFilter filter, @Nullable JobMark after, int size) {
        return database.call(jdbc -> page(jdbc, search(jdbc, filter), false, after, size, NOT_COUNTED));
    }

    private static JobPage page(
            JdbcClient jdbc, JobSearch search, boolean oldest, @Nullable JobMark after, int size, JobCount count) {
        List<JobMark> marks = search.page(oldest, after, size + 1);
        boolean more = marks.size() > size;
        List<JobMark> shown = more ? marks.subList(0, size) : marks;
        return new JobPage(records(jdbc, shown), more ? shown.get(size - 1) : null, count);
    }

    private static List<JobRecord> records(JdbcClient jdbc, List<JobMark> marks) {
        if (marks.isEmpty()) {
            return List.of();
        }
        Map<String, JobRecord> found = new HashMap<>();
        Piece piece = Piece.of("select * from job where ")
                .then(Piece.in("id", marks.stream().map(JobMark::id).toList()));
        jdbc.sql(piece.sql()).params(piece.values()).query(row -> {
            found.put(row.getString("id"), JobColumns.read(row));
        });
        return marks.stream()
                .map(mark -> found.get(mark.id()))
                .filter(Objects::nonNull)
                .toList();
    }

    private JobSearch search(JdbcClient jdbc, JobFilter filter) {
        List<Wish> wishes = new ArrayList<>();
        Piece bounds = Piece.NONE;
        if (!filter.build().isEmpty()) {
            wishes.add(Wish.of("build", lower(filter.build())));
        }
        if (!filter.q().isBlank()) {
            wishes.addAll(texts(jdbc, filter.q()));
        }
        if (!filter.person().isEmpty()) {
            wishes.add(person(jdbc, filter.person()));
        }
        if (!filter.printer().isEmpty()) {
            wishes.add(Wish.of("printer", lower(filter.printer())));
        }
        if (!filter.source().isEmpty()) {
            wishes.add(Wish.of("source_key", lower(filter.source())));
        }
        String state = lower(filter.state());
        boolean uncertain = state.equals(JobFilter.UNCERTAIN);
        List<String> owned = uncertain || state.equals(JobFilter.PRINTING) ? owned() : List.of();
        if (!state.isEmpty()) {
            wishes.add(Wish.of("state_key", uncertain ? JobFilter.PRINTING : state));
        }
        if (state.equals(JobFilter.PRINTING)) {
            wishes.add(new Wish(List.of(new Wish.Range("id", owned)), null));
        } else if (uncertain && !owned.isEmpty()) {
            bounds = Piece.of("not ")
                    .then(Piece.of("(").then(Piece.in("id", owned)).then(")"));
        }
        return new JobSearch(jdbc, wishes, bounds.and(days(filter)));
    }

    /** Ids of what printers work on, by their own word. */
    private List<String> owned() {
        return farms.current().printers().values().stream()
                .map(printer -> printer.report().activeJob())
                .filter(Objects::nonNull)
                .map(ActiveJob::id)
                .map(JobColumns::key)
                .toList();
    }

    /** One wish for all words; where no name holds them all, one for each, which may then lie in different names. */
    private List<Wish> texts(JdbcClient jdbc, String typed) {
        List<String> words =
                Arrays.stream(typed.strip().split("\\s+")).distinct().toList();
        boolean apart = words.size() > 1
                && words.size() <= WORDS
                && names.holding(jdbc, typed).isEmpty();
        return apart ? words.stream().map(word -> text(jdbc, word, typed)).toList() : List.of(text(jdbc, typed, typed));
    }

    /** That a name holds these words, or that a whole id is what was typed. */
    private Wish text(JdbcClient jdbc, String words, String typed) {
        List<Long> all = names.holding(jdbc, words);
        List<Long> some = all.size() > NAMES ? all.subList(0, NAMES) : all;
        Stream<Wish.Range> named =
                some.isEmpty() ? Stream.of() : NAMED.stream().map(name -> new Wish.Range(name, some));
        Stream<Wish.Range> ids = Stream.of("id", "build").map(name -> new Wish.Range(name, List.of(lower(typed))));
        return new Wish(Stream.concat(named, ids).toList(), all.size() > NAMES ? whole(words) : null);
    }

    /** Asked of each row by itself: so many names fit that the next row that does is near. */
    private static Piece whole(String typed) {
        Piece name = Piece.of("exists (select 1 from label where label.id in (" + String.join(", ", NAMED) + ")");
        for (String word : Rows.folded(typed).split("\\s+", -1)) {
            String escaped = word.replaceAll("([!%_])", "!$1");
            name = name.then(Piece.of(" and folded like ? escape '!'", "%" + escaped + "%"));
        }
        return name.then(")");
    }

    private static Wish person(JdbcClient jdbc, String name) {
        String content = String.valueOf(Labels.cut(name));
        List<Long> numbers = jdbc.sql("select id from label where content = ?")
                .param(content)
                .query(Long.class)
                .list();
        return new Wish(
                List.of(new Wish.Range("initiator_label", numbers), new Wish.Range("requester_label", numbers)), null);
    }

    private Piece days(JobFilter filter) {
        Piece bounds = Piece.NONE;
        if (filter.from() != null) {
            bounds = bounds.and(Piece.of("sort_at >= ?", midnight(filter.from())));
        }
        return filter.to() == null
                ? bounds
                : bounds.and(Piece.of("sort_at < ?", midnight(filter.to().plusDays(1))));
    }

    private Object midnight(LocalDate day) {
        return JobSearch.at(day.atStartOfDay(zone).toInstant());
    }

    private static String lower(String text) {
        return String.valueOf(StorableText.of(text)).strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public Mono<JobRecord> job(JobId job) {
        return database.call(jdbc -> jdbc.sql("select * from job where id = ?")
                .param(JobColumns.key(job))
                .query((row, number) -> JobColumns.read(row))
                .optional()
                .orElse(null));
    }

    @Override
    public Mono<JobFigures> figures() {
        return figures.current();
    }
}
