package io.nordwand.dispatch;

import io.nordwand.farm.Trouble;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * How an action stands, as one word that the pages have sentences for: {@code action.<operation>.<key>} and the same
 * with {@code .more}. Each names its stage and the operations that can get there; the sentences get the build's title
 * as {0}, the printer's name as {1}, and from {2} on the details that are named here.
 */
public enum Standing {
    /** On its way to Eiger. */
    RUNNING(Stage.RUNNING, all()),
    /** The answer was lost; looking for what became of it. */
    CHECKING(Stage.CHECKING, all()),
    /** Printer or build could not be read first, so nothing was sent. */
    NOT_SENT(Stage.REFUSED, all()),
    /** Eiger refused. With steps: done, all. */
    REFUSED(Stage.REFUSED, all()),
    /** Can't be told. With steps: done, all. */
    UNKNOWN(Stage.UNKNOWN, EnumSet.complementOf(EnumSet.of(Operation.PRINT))),
    /** A fault of ours struck in the middle. */
    BROKEN(Stage.UNKNOWN, all()),
    /** Another action was under way at the printer; nothing was sent. Detail: whose. */
    BUSY(Stage.REFUSED, EnumSet.of(Operation.SEND, Operation.WITHDRAW)),
    /** The queue is not what the person saw; nothing was sent. Detail: name of the printer. */
    CHANGED(Stage.REFUSED, EnumSet.of(Operation.MOVE, Operation.REORDER)),
    /** All writing is stopped; nothing was sent. */
    STOPPED(Stage.REFUSED, all()),
    /** The audit could not take it down, so it was not sent. */
    NOT_RECORDED(Stage.REFUSED, all()),
    /** As asked. With steps: done, all. */
    DONE(Stage.DONE, EnumSet.complementOf(EnumSet.of(Operation.ADD, Operation.PRINT))),

    /** The build is sliced for another series; nothing was sent. */
    OTHER_SERIES(
            Stage.REFUSED,
            EnumSet.of(Operation.ADD, Operation.PRINT, Operation.SEND, Operation.MOVE, Operation.REORDER)),
    /** The build is not sliced; nothing was sent. */
    UNSLICED(
            Stage.REFUSED,
            EnumSet.of(Operation.ADD, Operation.PRINT, Operation.SEND, Operation.MOVE, Operation.REORDER)),

    /** In the queue, as read back. Detail: position. */
    QUEUED(Stage.DONE, EnumSet.of(Operation.ADD)),
    /** Eiger took it; the queue could not be read or does not show it yet. */
    TAKEN(Stage.DONE, EnumSet.of(Operation.ADD)),
    /** Answer lost, but a new entry of that build is in the queue. Detail: position. */
    FOUND(Stage.DONE, EnumSet.of(Operation.ADD)),
    /** Answer lost, and no such entry turned up in the whole time of the follow-up. */
    NOT_FOUND(Stage.UNKNOWN, EnumSet.of(Operation.ADD)),

    /** It was no longer in the queue. */
    ALREADY_GONE(Stage.DONE, EnumSet.of(Operation.REMOVE)),
    /** Answer lost, and it is no longer in the queue. */
    FOUND_GONE(Stage.DONE, EnumSet.of(Operation.REMOVE)),
    /** Answer lost, and it stayed in the queue for the whole time of the follow-up. */
    STILL_THERE(Stage.UNKNOWN, EnumSet.of(Operation.REMOVE)),
    /** Eiger says that it took it out, but it stayed in the queue for the whole time of the follow-up. */
    KEPT(Stage.UNKNOWN, EnumSet.of(Operation.REMOVE)),

    /** Some of the steps are done. Details: done, all. */
    PARTLY(Stage.PARTLY, EnumSet.complementOf(EnumSet.of(Operation.ADD, Operation.REMOVE, Operation.PRINT))),

    /**
     * The entry was gone before it was taken out, though its copy had been appended: it has started, or somebody else
     * took it out, and the copy still waits. Details: done, all, title, printer of the copy.
     */
    OVERTAKEN(Stage.PARTLY, EnumSet.of(Operation.MOVE, Operation.REORDER)),
    /** The copy is there, but may be somebody else's, so the entry was left. Details: done, all, title, its printer. */
    UNSURE(Stage.PARTLY, EnumSet.of(Operation.MOVE, Operation.REORDER)),
    /** The copy did not wait any more or was never seen, so the entry was left. Details: done, all, title, its printer. */
    COPY_GONE(Stage.PARTLY, EnumSet.of(Operation.MOVE, Operation.REORDER)),
    /** An entry further on in the plan no longer waits; no copy was made of it. Details: done, all, title. */
    MOVED_ON(Stage.PARTLY, EnumSet.of(Operation.MOVE, Operation.REORDER)),

    /** The printer is not Ready or has a job; nothing was sent. Detail: its state. */
    NOT_READY(Stage.REFUSED, EnumSet.of(Operation.PRINT)),
    /** The entry to print is no longer in the queue; nothing was sent. */
    ENTRY_GONE(Stage.REFUSED, EnumSet.of(Operation.PRINT)),
    /** Eiger refused, and this is what the printer says now. Detail: its state. */
    REFUSED_NOW(Stage.REFUSED, EnumSet.of(Operation.PRINT)),
    /** The printer can't use this file. Detail: its state. */
    UNUSABLE(Stage.REFUSED, EnumSet.of(Operation.PRINT)),
    /** Eiger took it; the printer has not reported it yet. */
    WAITING(Stage.WAITING, EnumSet.of(Operation.PRINT)),
    /** Eiger took it; the printer asks for a person first. Detail: its state. */
    WAITING_FOR_HANDS(Stage.WAITING, EnumSet.of(Operation.PRINT)),
    /** The printer reports the job. */
    STARTED(Stage.DONE, EnumSet.of(Operation.PRINT)),
    /** The printer reports the job, and its entry has left the queue. */
    STARTED_OUT(Stage.DONE, EnumSet.of(Operation.PRINT)),
    /** The printer reports the job, but its entry is still in the queue. */
    STILL_QUEUED(Stage.PARTLY, EnumSet.of(Operation.PRINT)),
    /** Answer lost, but the printer now works on that build. */
    SEEN(Stage.DONE, EnumSet.of(Operation.PRINT)),
    /** Answer lost, the printer now works on that build, and the entry is still in the queue. */
    SEEN_QUEUED(Stage.PARTLY, EnumSet.of(Operation.PRINT)),
    /** Answer lost, but Eiger lists a job of that build at this printer that has begun since. Details: its id, its state. */
    LISTED(Stage.DONE, EnumSet.of(Operation.PRINT)),
    /** The printer reports the job; whether its entry has left the queue could not be read. */
    STARTED_UNREAD(Stage.PARTLY, EnumSet.of(Operation.PRINT)),
    /** The printer did not report the job in the whole time of the follow-up. Detail: its state. */
    UNCONFIRMED(Stage.UNKNOWN, EnumSet.of(Operation.PRINT)),
    /** The printer could not be read at the end of the follow-up. */
    UNREAD(Stage.UNKNOWN, EnumSet.of(Operation.PRINT));

    private final Stage stage;

    @SuppressWarnings("ImmutableEnumChecker") // Set.copyOf gives an immutable one.
    private final Set<Operation> operations;

    Standing(Stage stage, Set<Operation> operations) {
        this.stage = stage;
        this.operations = Set.copyOf(operations);
    }

    private static Set<Operation> all() {
        return EnumSet.allOf(Operation.class);
    }

    /** What a trouble with the first call of an action comes to: held back by Nordwand itself, or as given. */
    static Standing after(Trouble trouble, Standing refused) {
        if (trouble instanceof Trouble.Stopped) {
            return STOPPED;
        }
        return trouble instanceof Trouble.NotRecorded ? NOT_RECORDED : refused;
    }

    /** Whether Nordwand itself held the call back. */
    static boolean unsent(Trouble trouble) {
        return after(trouble, REFUSED) != REFUSED;
    }

    /** How far that is. */
    public Stage stage() {
        return stage;
    }

    /** Whether an action of that kind can stand so. */
    public boolean befits(Operation operation) {
        return operations.contains(operation);
    }

    /** The key in message names. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
