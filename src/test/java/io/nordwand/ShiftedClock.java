package io.nordwand;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that is ahead of the machine's by what a file says, so that a test moves the time of a program beside it. */
public final class ShiftedClock extends Clock {

    private final MappedByteBuffer milliseconds;

    private ShiftedClock(MappedByteBuffer milliseconds) {
        this.milliseconds = milliseconds;
    }

    /** The clock of that file, which is made if it is not there and says nothing then. */
    public static ShiftedClock at(Path file) {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return new ShiftedClock(channel.map(FileChannel.MapMode.READ_WRITE, 0, Long.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes it this moment for all who have the file; time goes on from there. */
    public void set(Instant moment) {
        milliseconds.putLong(0, Duration.between(Instant.now(), moment).toMillis());
    }

    @Override
    public Instant instant() {
        return Instant.now().plusMillis(milliseconds.getLong(0));
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
