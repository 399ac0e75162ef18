package io.nordwand.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program in a process of its own, with a database that can't be had: it says why and ends. */
@Timeout(120)
class StartIT {

    @TempDir
    Path folder;

    private record Ended(int code, String output) {}

    private Ended start(List<String> before, String... settings) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-cp", classes()));
        command.add("io.nordwand.NordwandApplication");
        command.addAll(List.of("--server.port=0", "--nordwand.data-dir=" + folder));
        command.addAll(List.of(settings));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (InputStream out = process.getInputStream()) {
            String output = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
            return new Ended(process.exitValue(), output);
        } finally {
            process.destroyForcibly();
        }
    }

    private static String classes() {
        return String.join(
                java.io.File.pathSeparator,
                Stream.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                        .filter(part -> !part.endsWith("test-classes"))
                        .toList());
    }

    private static void assertSays(Ended ended, String sentence) {
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.output())
                .contains("APPLICATION FAILED TO START", sentence)
                .doesNotContain("\tat ", " WARN ", "geheim", "sicher");
    }

    @Test
    void aSecondStartOnTheSameDataFolderIsRefused() throws IOException, InterruptedException {
        DatabaseConfiguration.open(
                        new DataProperties(folder.toString()),
                        new DatabaseProperties(null, "", ""),
                        EmbeddedDatabase.SIMULATED)
                .close();
        Path simulated = folder.resolve("simulated.mv.db");
        try (FileChannel first = FileChannel.open(simulated, StandardOpenOption.WRITE);
                FileLock lock = first.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertSays(start(List.of()), "is in use: another Nordwand runs on this data folder.");
        }
    }

    @Test
    void dataOfANewerVersionAreNotTouched() throws IOException, InterruptedException {
        try (HikariDataSource pool = DatabaseConfiguration.open(
                new DataProperties(folder.toString()),
                new DatabaseProperties(null, "", ""),
                EmbeddedDatabase.SIMULATED)) {
            TestDatabase.of(pool, Vendor.H2).now(jdbc -> jdbc.sql("""
                            insert into flyway_schema_history
                                (installed_rank, version, description, type, script, installed_by, execution_time, success)
                            values (999, '999', 'future', 'SQL', 'V999__future.sql', 'sa', 1, true)""").update());
        }
        assertSays(start(List.of()), "The database was written by a newer Nordwand");
    }

    @Test
    void aPostgresThatIsNotThereIsSaidWithoutThePassword() throws IOException, InterruptedException {
        assertSays(
                start(
                        List.of(),
                        "--nordwand.database.url=jdbc:postgresql://127.0.0.1:1/farm?password=geheim",
                        "--nordwand.database.username=anna",
                        "--nordwand.database.password=sicher"),
                "The PostgreSQL database 127.0.0.1:1/farm can't be reached.");
    }

    /** A limit on the size of files does to the program what a full disk does. */
    @Test
    void aFullDiskIsSaid() throws IOException, InterruptedException {
        Path bash = Path.of("/bin/bash");
        assumeThat(bash).exists();
        assertSays(
                start(List.of(bash.toString(), "-c", "ulimit -f 64; exec \"$@\"", "bash")),
                "The data folder " + folder + " can't be written");
    }
}
