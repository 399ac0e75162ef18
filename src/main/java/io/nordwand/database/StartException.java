package io.nordwand.database;

import org.jspecify.annotations.Nullable;

/** The database can't be used, so the program does not start. */
class StartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    /**
     * @param sentence for people: what is wrong; may name a folder or a host, never a password
     * @param remedy for people: what to do
     */
    StartException(String sentence, String remedy, @Nullable Throwable cause) {
        super(sentence, cause);
        this.remedy = remedy;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }

    String remedy() {
        return remedy;
    }
}
