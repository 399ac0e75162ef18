package io.nordwand.audit;

import io.nordwand.web.NoticeSource;
import io.nordwand.web.SiteNotice;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Outcomes that the database did not take, in order, until it takes them. While there are any, every page says so. */
@Component
class Arrears implements NoticeSource {

    /** More than people can cause in hours; beyond that only the log has them. */
    private static final int MOST = 10_000;

    private final Clock clock;
    private final Deque<Entry> entries = new ArrayDeque<>();

    /** One outcome and when it was known. */
    record Entry(Instant at, DeedId deed, Outcome outcome) {}

    Arrears(Clock clock) {
        this.clock = clock;
    }

    synchronized void add(DeedId deed, Outcome outcome) {
        if (entries.size() < MOST) {
            entries.addLast(new Entry(clock.instant(), deed, outcome));
        }
    }

    synchronized @Nullable Entry first() {
        return entries.peekFirst();
    }

    synchronized void stored(Entry entry) {
        entries.remove(entry);
    }

    synchronized boolean none() {
        return entries.isEmpty();
    }

    @Override
    public synchronized List<SiteNotice> notices() {
        Entry first = entries.peekFirst();
        return first == null
                ? List.of()
                : List.of(new SiteNotice(
                        "audit", false, "scroll-text", first.at(), List.of(String.valueOf(entries.size()))));
    }
}
