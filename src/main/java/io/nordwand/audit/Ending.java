package io.nordwand.audit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What one can ask the log for by outcome; people care whether it was done, not how that was found out. */
public enum Ending {
    /** Done, as answered or as found out. */
    DONE(Result.DONE, Result.FOUND_DONE),
    /** Not done, as answered or as found out. */
    NOT_DONE(Result.NOT_DONE, Result.FOUND_NOT_DONE),
    /** Nobody knows yet. */
    OPEN(Result.OPEN, Result.UNKNOWN),
    /** Nobody will find out by reading. */
    CANT_TELL(Result.CANT_TELL);

    @SuppressWarnings("ImmutableEnumChecker") // List.of gives an immutable one.
    private final List<Result> results;

    Ending(Result... results) {
        this.results = List.of(results);
    }

    static Optional<Ending> from(String key) {
        return Arrays.stream(values())
                .filter(ending -> ending.key().equals(key))
                .findFirst();
    }

    /** The kinds of outcome, as they stand in the database. */
    List<String> kinds() {
        return results.stream().map(Result::key).toList();
    }

    /** Value in the URL and key in message names. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
