package io.nordwand.dispatch;

import io.nordwand.farm.BuildId;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * One call to Eiger that changes something other than a printer's queue.
 *
 * @param operation what, as a key of the audit log
 * @param build build concerned, or null
 * @param subject what it is about, in words, for the audit log
 * @param seen what the person had before their eyes, in a few words; may be blank
 * @param memo by which a {@link Finder} knows what was sent, also after a restart; a plain id, may be blank
 * @param preparation what has to come true first, such as a fresh reading that shows what the person saw; an error means
 *     that nothing is sent, and why. It never changes anything at Eiger
 * @param call sends the one request, never a second one; an empty end is success. Errors as of
 *     {@link io.nordwand.farm.FarmCommands}
 */
public record Errand(
        String operation,
        @Nullable BuildId build,
        String subject,
        String seen,
        String memo,
        Function<Order, ? extends Mono<?>> preparation,
        Supplier<? extends Mono<?>> call) {

    /** One that needs no preparation and concerns no build. */
    public static Errand of(String operation, String subject, Supplier<? extends Mono<?>> call) {
        return new Errand(operation, null, subject, "", "", order -> Mono.empty(), call);
    }

    /** The same about a build. */
    public Errand about(@Nullable BuildId newBuild) {
        return new Errand(operation, newBuild, subject, seen, memo, preparation, call);
    }

    /** The same with what the person saw. */
    public Errand seeing(String newSeen) {
        return new Errand(operation, build, subject, newSeen, memo, preparation, call);
    }

    /** The same with what a {@link Finder} has to know. */
    public Errand remembering(String newMemo) {
        return new Errand(operation, build, subject, seen, newMemo, preparation, call);
    }

    /** The same, sent only after this has ended well. */
    public Errand after(Function<Order, ? extends Mono<?>> newPreparation) {
        return new Errand(operation, build, subject, seen, memo, newPreparation, call);
    }

    /** What it asks for, without what was seen: the same again is equal. */
    String asked() {
        return operation + "\n" + (build == null ? "" : build) + "\n" + subject + "\n" + memo;
    }
}
