package io.nordwand.database;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** A PostgreSQL database of somebody else's keeping. */
final class PostgresDatabase {

    static final String PREFIX = "jdbc:postgresql:";

    /** Bounds for a server that is gone: seconds until a connection, and until an answer. What the URL says wins. */
    static final Map<String, String> BOUNDS = Map.of(
            "connectTimeout",
            "5",
            "loginTimeout",
            "10",
            "socketTimeout",
            "30",
            "tcpKeepAlive",
            "true",
            "ApplicationName",
            "nordwand");

    private PostgresDatabase() {}

    /** Connects once; a {@link StartException} when that fails. */
    static void tryOut(DatabaseProperties database) {
        String url = Objects.requireNonNull(database.url());
        if (!url.startsWith(PREFIX)) {
            throw new StartException(
                    "nordwand.database.url is not the address of a PostgreSQL database.",
                    "Write it as jdbc:postgresql://host:5432/name, or leave it out for the embedded database.",
                    null);
        }
        Properties settings = new Properties();
        settings.putAll(BOUNDS);
        if (!database.username().isBlank()) {
            settings.put("user", database.username());
            settings.put("password", database.password());
        }
        try (Connection connection = DriverManager.getConnection(url, settings)) {
            connection.isValid(1);
        } catch (SQLException problem) {
            throw trouble(place(url), problem);
        }
    }

    /** The driver's own words are not repeated: they can hold the whole URL. */
    private static StartException trouble(String place, SQLException problem) {
        String state = Objects.requireNonNullElse(problem.getSQLState(), "");
        String sentence = "The PostgreSQL database " + place + " ";
        String settings = "Check nordwand.database.url, nordwand.database.username and nordwand.database.password.";
        if (state.startsWith("28")) {
            return new StartException(sentence + "refuses this user name or password.", settings, problem);
        }
        if (state.equals("3D000")) {
            return new StartException(
                    sentence + "does not exist.", "Create it, or correct the name in the URL.", problem);
        }
        if (state.equals("53300")) {
            return new StartException(
                    sentence + "has no connection left for Nordwand.", "Allow it 10 more (max_connections).", problem);
        }
        if (state.equals("57P03")) {
            return new StartException(sentence + "is starting or stopping.", "Try again in a moment.", problem);
        }
        if (isUnreadable(problem)) {
            return new StartException("nordwand.database.url can't be understood.", settings, problem);
        }
        if (state.startsWith("08")) {
            return new StartException(
                    sentence + "can't be reached.", "Start it, or correct host and port in the URL.", problem);
        }
        return new StartException(
                sentence + "does not let Nordwand in (SQL state " + (state.isEmpty() ? "none" : state) + ").",
                settings,
                problem);
    }

    /** The driver did not get as far as the server. */
    private static boolean isUnreadable(SQLException problem) {
        String said = Objects.requireNonNullElse(problem.getMessage(), "");
        return said.startsWith("No suitable driver") || said.startsWith("Unable to parse URL");
    }

    /** Host, port and name out of the URL, without what stands behind them, which may be a password. */
    static String place(String url) {
        try {
            URI uri = URI.create(url.substring("jdbc:".length()));
            String authority = Objects.requireNonNullElse(uri.getRawAuthority(), "localhost");
            String hosts = authority.substring(authority.lastIndexOf('@') + 1);
            String path = uri.isOpaque() ? "/" + uri.getSchemeSpecificPart().replaceAll("\\?.*", "") : uri.getPath();
            return hosts + Objects.requireNonNullElse(path, "");
        } catch (IllegalArgumentException notOneHost) {
            return "of nordwand.database.url";
        }
    }
}
