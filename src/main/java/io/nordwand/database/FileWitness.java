package io.nordwand.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * Notices that the file of the embedded database was removed or replaced while it is open. Everything would go on as if
 * nothing had happened, and all that is stored from then on would be gone after the end of the program.
 */
final class FileWitness {

    private final Path file;
    private final @Nullable Object key;

    private FileWitness(Path file, @Nullable Object key) {
        this.file = file;
        this.key = key;
    }

    /** For the file of this URL as it is now; null when the URL is none of a file, or it can't be looked at. */
    static @Nullable FileWitness of(String url) {
        if (!url.startsWith(EmbeddedDatabase.FILE)) {
            return null;
        }
        int end = url.indexOf(';');
        Path file = Path.of(url.substring(EmbeddedDatabase.FILE.length(), end < 0 ? url.length() : end) + ".mv.db");
        try {
            return new FileWitness(file, key(file));
        } catch (IOException unknown) {
            return null;
        }
    }

    private static @Nullable Object key(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    }

    /** Whether the open file is no longer the one in the folder; not when that can't be told. */
    boolean isGone() {
        try {
            Object now = key(file);
            return now != null && key != null && !now.equals(key);
        } catch (NoSuchFileException gone) {
            return true;
        } catch (IOException unknown) {
            return false;
        }
    }
}
