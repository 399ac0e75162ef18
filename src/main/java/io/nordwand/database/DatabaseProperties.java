package io.nordwand.database;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which database to use.
 *
 * @param url {@code jdbc:postgresql://…}; without it the database is embedded, a file in the data folder
 * @param username user of that PostgreSQL database
 * @param password their password
 */
@ConfigurationProperties("nordwand.database")
record DatabaseProperties(
        @Nullable String url,
        @DefaultValue("") String username,
        @DefaultValue("") String password) {

    /** Whether the database is a file of our own. */
    boolean embedded() {
        return url == null || url.isBlank();
    }

    @Override
    public String toString() {
        return "DatabaseProperties[" + (embedded() ? "embedded" : "PostgreSQL") + "]";
    }
}
