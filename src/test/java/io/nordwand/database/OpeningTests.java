package io.nordwand.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said when the database can't be had. */
class OpeningTests {

    @TempDir
    Path folder;

    private static HikariDataSource open(Path folder) {
        return DatabaseConfiguration.open(
                new DataProperties(folder.toString()), new DatabaseProperties(null, "", ""), EmbeddedDatabase.NAME);
    }

    private static StartException refused(String dataDir, @Nullable String url) {
        StartException refused = catchThrowableOfType(
                StartException.class,
                () -> DatabaseConfiguration.open(
                        new DataProperties(dataDir),
                        new DatabaseProperties(url, "anna", "geheim"),
                        EmbeddedDatabase.NAME));
        assertThat(refused).as("it opened").isNotNull();
        assertThat(refused.sentence() + refused.remedy())
                .doesNotContain("geheim", "sicher", "Exception")
                .endsWith(".");
        return refused;
    }

    @Test
    void aMissingFolderIsMadeAndReadByNobodyElse() throws IOException {
        try (HikariDataSource pool = open(folder.resolve("a/b"))) {
            assertThat(pool.isRunning()).isTrue();
            assertThat(Files.getPosixFilePermissions(folder.resolve("a/b"))).hasSize(3);
        }
    }

    @Test
    void aFileInTheWayIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("data"), "x");
        assertThat(refused(file.toString(), null).sentence()).contains(file.toString(), "in the way");
        assertThat(refused(file.resolve("below").toString(), null).sentence()).contains("can't be made");
    }

    @Test
    void aFolderThatCantBeWrittenIsNamed() {
        assertThat(refused("/proc", null).sentence()).contains("The data folder /proc can't be written");
        assertThat(refused("/tmp/a;b", null).sentence()).contains("semicolon");
    }

    @Test
    void aDatabaseInUseIsNotOpenedTwice() throws IOException {
        open(folder).close();
        try (FileChannel other = FileChannel.open(folder.resolve("nordwand.mv.db"), StandardOpenOption.WRITE);
                FileLock lock = other.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertThat(refused(folder.toString(), null).sentence()).contains("another Nordwand runs");
        }
    }

    @Test
    void aDamagedDatabaseIsNotTouched() throws IOException {
        Path file = Files.writeString(folder.resolve("nordwand.mv.db"), "no database\n".repeat(2000));
        assertThat(refused(folder.toString(), null).sentence()).contains("damaged");
        assertThat(file).hasContent("no database\n".repeat(2000));
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://127.0.0.1:1/nordwand?password=sicher, 127.0.0.1:1/nordwand can't be reached",
        "jdbc:postgresql://no-such-host.invalid/nordwand, no-such-host.invalid/nordwand can't be reached",
        "jdbc:h2:mem:sicher, not the address of a PostgreSQL database",
        "postgresql://anna:sicher@db/nordwand, not the address of a PostgreSQL database",
        "jdbc:postgresql://db:port/x?password=sicher, can't be understood",
    })
    void aWrongAddressIsSaidWithoutItsSecrets(String url, String expected) {
        assertThat(refused(folder.toString(), url).sentence()).contains(expected);
    }
}
