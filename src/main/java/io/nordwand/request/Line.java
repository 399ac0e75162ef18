package io.nordwand.request;

import io.nordwand.farm.Build;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.JobId;
import io.nordwand.web.ElementId;
import io.nordwand.web.SearchText;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One request or backlog entry, as the page shows it.
 *
 * @param job its print job
 * @param build what is wanted, or null when Eiger did not say
 * @param title its title, or the beginning of its id
 * @param state state as Eiger wrote it
 * @param requester who asked, as Eiger names them; blank when it does not
 * @param email their address, or null; for operators only
 * @param wish what we know of it ourselves, or null when it was not asked for here
 * @param day its due day in words, "Fri 13 Feb"; blank without one
 * @param daysLeft days from today to its due day, below zero when it is over; null without one
 * @param createdAt when it was made at Eiger, or null
 * @param queued in how many places of queues the build waits already
 * @param working how many printers work on the build
 * @param risk whether it would be done in time
 * @param text what searches look through
 */
public record Line(
        JobId job,
        @Nullable Build build,
        String title,
        String state,
        String requester,
        @Nullable String email,
        @Nullable Wish wish,
        String day,
        @Nullable Long daysLeft,
        @Nullable Instant createdAt,
        int queued,
        int working,
        Risk risk,
        SearchText text) {

    /** Id of its row. */
    public String elementId() {
        return ElementId.of("request", job.value());
    }

    /** Id of the build, or null. */
    public @Nullable BuildId buildId() {
        return build == null ? null : build.id();
    }

    /** The day at whose end it is late, or null. */
    public @Nullable LocalDate dueOn() {
        return wish == null ? null : wish.dueOn();
    }

    /** Whether that account asked for it here. */
    public boolean isOf(@Nullable String person) {
        return wish != null && wish.person().equals(person);
    }
}
