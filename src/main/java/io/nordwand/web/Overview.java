package io.nordwand.web;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The farm as one page shows it, made once per change of the farm and shared by all viewers. Compared by identity:
 * another one means that something visible changed.
 *
 * @param <L> what the page shows of one printer
 */
public final class Overview<L> {

    private final long revision;
    private final boolean read;
    private final @Nullable String trouble;
    private final @Nullable Instant asOf;
    private final List<L> lines;

    Overview(long revision, boolean read, @Nullable String trouble, @Nullable Instant asOf, List<L> lines) {
        this.revision = revision;
        this.read = read;
        this.trouble = trouble;
        this.asOf = asOf;
        this.lines = List.copyOf(lines);
    }

    /** Revision of the farm that it was first made from. */
    public long revision() {
        return revision;
    }

    /** Whether the farm was ever read. */
    public boolean read() {
        return read;
    }

    /** Why it could not be read yet, or null. */
    public @Nullable String trouble() {
        return trouble;
    }

    /** When it was read, in steps of five minutes, or null. */
    public @Nullable Instant asOf() {
        return asOf;
    }

    /** All printers in the farm's order. */
    public List<L> lines() {
        return lines;
    }

    boolean looksLike(Overview<L> other) {
        return read == other.read
                && Objects.equals(trouble, other.trouble)
                && Objects.equals(asOf, other.asOf)
                && lines.equals(other.lines);
    }
}
