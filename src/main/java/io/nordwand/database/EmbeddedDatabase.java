package io.nordwand.database;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import org.h2.api.ErrorCode;

/** The database as a file of our own, which only one program can have open. */
final class EmbeddedDatabase {

    /** Name of the file without its ending. */
    static final String NAME = "nordwand";

    /** The same for the simulated farm, whose deeds must never stand beside real ones. */
    static final String SIMULATED = "simulated";

    static final String USER = "sa";

    /** How the URL of a file begins. */
    static final String FILE = "jdbc:h2:file:";

    /** How H2 speaks like PostgreSQL; the file is closed by the pool, not behind its back when the JVM ends. */
    static final String DIALECT =
            ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;DEFAULT_NULL_ORDERING=HIGH";

    private static final long LEAST_CACHE = 16L << 20;

    /**
     * After one of these H2 has closed the file, and each further statement on a connection from before fails, or, what is
     * worse, turns for ever in a rollback.
     */
    private static final Set<Integer> FATAL = Set.of(
            ErrorCode.GENERAL_ERROR_1,
            ErrorCode.DATABASE_IS_CLOSED,
            ErrorCode.DATABASE_CALLED_AT_SHUTDOWN,
            ErrorCode.IO_EXCEPTION_1,
            ErrorCode.IO_EXCEPTION_2,
            ErrorCode.FILE_CORRUPTED_1);

    private EmbeddedDatabase() {}

    /** Takes a connection that lost its database out of the pool at once, before anything else is asked of it. */
    static SQLExceptionOverride dropping() {
        return new SQLExceptionOverride() {
            @java.lang.Override
            public Override adjudicate(SQLException problem) {
                return FATAL.contains(problem.getErrorCode()) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
            }
        };
    }

    /**
     * JDBC URL of the file of this name in this folder. H2 rewrites what is half garbage, not, as it would by itself, what
     * is a tenth garbage: after a long history was read it would be at that for hours, against those who search.
     */
    static String url(Path folder, String name) {
        return FILE + folder.resolve(name) + DIALECT + ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0"
                + ";AUTO_COMPACT_FILL_RATE=50;CACHE_SIZE="
                + cache(Runtime.getRuntime().maxMemory());
    }

    /**
     * Kilobytes of pages that are kept in memory: a sixth of the heap. Sixteen megabytes, what H2 takes by itself, hold a
     * tenth of 200,000 jobs and their indexes.
     *
     * @param heap bytes of heap at most
     */
    static long cache(long heap) {
        return Math.max(LEAST_CACHE, heap / 6) / 1024;
    }

    /** Opens and closes the file once; a {@link StartException} when it can't be used. */
    static void tryOut(Path folder, String name) {
        try (Connection connection = DriverManager.getConnection(url(folder, name), USER, "")) {
            connection.isValid(1);
        } catch (SQLException problem) {
            throw trouble(folder.resolve(name + ".mv.db"), problem);
        }
    }

    private static StartException trouble(Path file, SQLException problem) {
        return switch (problem.getErrorCode()) {
            case ErrorCode.DATABASE_ALREADY_OPEN_1 ->
                new StartException(
                        "The database " + file + " is in use: another Nordwand runs on this data folder.",
                        "Stop the other one, or give this one a folder of its own with nordwand.data-dir.",
                        problem);
            case ErrorCode.FILE_CORRUPTED_1, ErrorCode.FILE_VERSION_ERROR_1 ->
                new StartException(
                        "The database " + file + " is damaged, or was not written by Nordwand.",
                        "Keep the file, and restore a backup as docs/operations.md says.",
                        problem);
            case ErrorCode.WRONG_USER_OR_PASSWORD ->
                new StartException(
                        "The database " + file + " was not written by Nordwand: it asks for another user.",
                        "Choose another folder with nordwand.data-dir.",
                        problem);
            default ->
                new StartException(
                        "The database " + file + " can't be opened: " + reason(problem) + ".",
                        "Look at the disk and at who may write there. See docs/operations.md.",
                        problem);
        };
    }

    /** What the innermost cause says; the outer ones name URLs and codes. */
    private static String reason(Throwable problem) {
        Throwable inner = problem;
        while (inner.getCause() != null && inner.getCause() != inner) {
            inner = inner.getCause();
        }
        return inner == problem
                ? "error " + ((SQLException) problem).getErrorCode()
                : String.valueOf(DataFolder.reason(inner)).toLowerCase(Locale.ROOT);
    }
}
