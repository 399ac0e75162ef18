package io.nordwand.database;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder of the embedded database. It holds accounts, so a new one can be read by nobody else. */
record DataFolder(Path path) {

    private static final Logger log = LoggerFactory.getLogger(DataFolder.class);

    /** As much as one statement of ours may need; room for less is no room. */
    private static final int ROOM = 256 * 1024;

    private static final String PROBE = "probe";
    private static final String BACKUP = "backup";
    private static final String DOCS = " See docs/operations.md.";

    /** Makes the folder if need be and tries to write into it; a {@link StartException} when that fails. */
    void prepare() {
        if (path.toString().indexOf(';') >= 0) {
            throw new StartException(
                    "The data folder " + path + " has a semicolon in its name, which the embedded database can't take.",
                    "Choose another folder with nordwand.data-dir.",
                    null);
        }
        try {
            if (!Files.isDirectory(path)) {
                Files.createDirectories(path, secrecy());
            }
        } catch (FileAlreadyExistsException e) {
            throw new StartException(
                    "The data folder " + path + " can't be made: a file of this name is in the way.",
                    "Move the file away, or choose another folder with nordwand.data-dir.",
                    e);
        } catch (IOException | UnsupportedOperationException e) {
            throw new StartException(
                    "The data folder " + path + " can't be made: " + reason(e) + ".",
                    "Let this user write there, or choose another folder with nordwand.data-dir." + DOCS,
                    e);
        }
        try {
            probe();
        } catch (IOException e) {
            throw new StartException(
                    "The data folder " + path + " can't be written: " + reason(e) + ".",
                    "Make room on the disk or let this user write there, or choose another folder with"
                            + " nordwand.data-dir." + DOCS,
                    e);
        }
    }

    /** Writes a little and removes it, since neither permissions nor free space tell the whole truth. */
    void probe() throws IOException {
        Path probe = Files.createTempFile(path, PROBE, ".tmp");
        try {
            Files.write(probe, new byte[ROOM]);
        } finally {
            Files.deleteIfExists(probe);
        }
    }

    /** A new, empty file for a copy of the database. */
    Path backupFile() throws IOException {
        return Files.createTempFile(path, BACKUP, ".tmp");
    }

    /** Removes what a program that was stopped in the middle left behind; what can't be removed does no harm. */
    void tidy() {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(path, "{" + PROBE + "," + BACKUP + "}*.tmp")) {
            for (Path file : left) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | DirectoryIteratorException e) {
            log.warn("The data folder could not be tidied up: {}", e.toString());
        }
    }

    private FileAttribute<?>[] secrecy() {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }

    static String reason(Throwable problem) {
        if (problem instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (problem instanceof NoSuchFileException) {
            return "no file can be made there";
        }
        String said = problem instanceof FileSystemException file ? file.getReason() : problem.getMessage();
        return said == null ? problem.getClass().getSimpleName() : said.toLowerCase(Locale.ROOT);
    }
}
