package io.nordwand.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Copies the embedded database while it is in use. The copy is as of one moment, whatever is written meanwhile. */
@Component
class Backups {

    private static final Logger log = LoggerFactory.getLogger(Backups.class);
    private static final int PIECE = 64 * 1024;

    private final Database database;
    private final DataFolder folder;
    private final boolean embedded;

    Backups(Database database, DataProperties data, DatabaseProperties settings) {
        this.database = database;
        this.folder = new DataFolder(data.folder());
        this.embedded = settings.embedded();
    }

    /** Whether there is a file of ours to copy. */
    boolean possible() {
        return embedded;
    }

    /** Also of a file that was removed while it is open: a ZIP archive with the database file, which the caller removes by reading it through {@link #content}. */
    Mono<Path> make() {
        return Mono.fromCallable(folder::backupFile)
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(file -> Mono.fromCallable(() -> database.now(jdbc -> {
                            jdbc.sql("backup to :file")
                                    .param("file", file.toString())
                                    .update();
                            return file;
                        }))
                        .doOnError(problem -> remove(file))
                        .doOnCancel(() -> remove(file)));
    }

    /** What is in the archive; afterwards, also when the reader leaves, the archive is gone. */
    Flux<DataBuffer> content(Path file, DataBufferFactory buffers) {
        return Flux.using(() -> file, there -> DataBufferUtils.read(there, buffers, PIECE), Backups::remove)
                .subscribeOn(Schedulers.boundedElastic());
    }

    static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            log.warn("The copy {} could not be removed: {}", file, e.toString());
        }
    }
}
