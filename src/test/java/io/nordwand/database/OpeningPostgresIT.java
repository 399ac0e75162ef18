package io.nordwand.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnPostgres
class OpeningPostgresIT {

    private final DatabaseProperties right = PostgresContainer.emptyDatabase();
    private final String url = Objects.requireNonNull(right.url());

    @TempDir
    Path folder;

    private HikariDataSource open(DatabaseProperties settings) {
        return DatabaseConfiguration.open(
                new DataProperties(folder.resolve("none").toString()), settings, EmbeddedDatabase.NAME);
    }

    @Test
    void itsSettingsAreEnough() {
        try (HikariDataSource pool = open(right)) {
            Database database = TestDatabase.of(pool, Vendor.POSTGRESQL);
            String setting = "select current_setting('application_name')";
            assertThat(database.<String>now(
                            jdbc -> jdbc.sql(setting).query(String.class).single()))
                    .isEqualTo("nordwand");
        }
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @Test
    void aWrongPasswordIsSaid() {
        assertThatThrownBy(() -> open(new DatabaseProperties(url, right.username(), "geheim")))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("refuses this user name or password")
                .hasMessageNotContaining("geheim");
    }

    @Test
    void aMissingDatabaseIsSaid() {
        assertThatThrownBy(() -> open(new DatabaseProperties(url + "_none", right.username(), right.password())))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("_none does not exist");
    }
}
