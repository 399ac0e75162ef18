package io.nordwand.database;

/** The database did not do what was asked. What was to be stored is not stored, unless it was the answer that was lost. */
public class DatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** For people: what failed and what it means; names no path, address or password. */
    public DatabaseException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
