package io.nordwand.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.nordwand.farm.FarmFixtures;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;
import reactor.core.publisher.Mono;

class BackupTests {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final String ROW = """
            insert into audit_deed (stored_at, action, actor, role, address, operation, printer_name, subject, seen)
            values (current_timestamp, 'a-' || :n, 'lena', 'operator', '', 'append', '', 'Zahnrad № 7 😀', '')""";

    private final Clock clock = Clock.fixed(FarmFixtures.NOW, ZoneOffset.UTC);

    @TempDir
    Path folder;

    private static DatabaseProperties embedded() {
        return new DatabaseProperties(null, "", "");
    }

    /** The database of a data folder, as the program opens it. */
    private record Opened(HikariDataSource pool, Database database, DataProperties data) implements AutoCloseable {

        static Opened at(Path folder) {
            DataProperties data = new DataProperties(folder.toString());
            HikariDataSource pool = DatabaseConfiguration.open(data, embedded(), EmbeddedDatabase.NAME);
            return new Opened(pool, TestDatabase.of(pool, Vendor.H2), data);
        }

        @Nullable
        List<Map<String, Object>> rows() {
            return database.now(jdbc -> jdbc.sql("select id, action, subject from audit_deed order by id")
                    .query()
                    .listOfRows());
        }

        @Override
        public void close() {
            pool.close();
        }
    }

    private MockServerHttpResponse backup(Opened opened, DatabaseProperties settings) {
        StaticMessageSource messages = new StaticMessageSource();
        messages.addMessage("database.backup.postgres", java.util.Locale.ENGLISH, "Take it with pg_dump.");
        MockServerHttpResponse response = new MockServerHttpResponse();
        new BackupController(new Backups(opened.database(), opened.data(), settings), messages, clock)
                .backup(() -> "admin", response)
                .block(LONG);
        return response;
    }

    private static byte[] body(MockServerHttpResponse response) {
        byte[] body = response.getBody()
                .collectList()
                .flatMap(list -> Mono.just(response.bufferFactory().join(list)))
                .map(buffer -> {
                    byte[] bytes = new byte[buffer.readableByteCount()];
                    buffer.read(bytes);
                    return bytes;
                })
                .block(LONG);
        return body == null ? new byte[0] : body;
    }

    /** As docs/operations.md says: unpack into an empty folder, start on it. */
    private static void unpack(byte[] archive, Path target) throws IOException {
        Files.createDirectories(target);
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(entry.getName()).isEqualTo("nordwand.mv.db");
                Files.copy(zip, target.resolve(entry.getName()));
            }
        }
    }

    @Test
    void aBackupUnpackedIntoAnEmptyFolderHasTheSameRows() throws IOException {
        List<Map<String, Object>> before;
        byte[] archive;
        try (Opened opened = Opened.at(folder.resolve("old"))) {
            for (int i = 0; i < 200; i++) {
                int n = i;
                opened.database().now(jdbc -> jdbc.sql(ROW).param("n", n).update());
            }
            before = opened.rows();
            MockServerHttpResponse response = backup(opened, embedded());
            archive = body(response);
            assertThat(response.getHeaders().getContentDisposition().getFilename())
                    .isEqualTo("nordwand-2026-02-12-143208.zip");
            assertThat(response.getHeaders().getContentLength()).isEqualTo(archive.length);
            opened.database().now(jdbc -> jdbc.sql(ROW).param("n", 999).update());
        }
        try (var files = Files.list(folder.resolve("old"))) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly("nordwand.mv.db");
        }

        unpack(archive, folder.resolve("new"));
        try (Opened restored = Opened.at(folder.resolve("new"))) {
            assertThat(restored.rows()).hasSize(200).isEqualTo(before);
            restored.database().now(jdbc -> jdbc.sql(ROW).param("n", 1000).update());
            assertThat(restored.rows()).hasSize(201);
        }
    }

    @Test
    void whatACrashLeftBehindIsRemovedAtTheNextStart() throws IOException {
        Path left = Files.createDirectories(folder).resolve("backup123.tmp");
        Files.writeString(left, "half");
        try (Opened opened = Opened.at(folder)) {
            assertThat(opened.rows()).isEmpty();
            assertThat(left).doesNotExist();
        }
    }

    @Test
    void postgresIsBackedUpByItsOwnTools() {
        try (Opened opened = Opened.at(folder)) {
            MockServerHttpResponse response =
                    backup(opened, new DatabaseProperties("jdbc:postgresql://db/nordwand", "", ""));
            assertThat(response.getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
            assertThat(new String(body(response), java.nio.charset.StandardCharsets.UTF_8))
                    .contains("pg_dump");
        }
    }
}
