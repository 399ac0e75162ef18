package io.nordwand.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The actions of one printer, newest first; bounded, but what is open is never dropped.
 *
 * @param actions the actions
 */
record Ledger(List<Action> actions) {

    static final Ledger EMPTY = new Ledger(List.of());

    private static final int MOST = 30;
    private static final int MOST_SHOWN = 5;
    private static final Duration SHOWN = Duration.ofMinutes(5);
    private static final Duration UNKNOWN_SHOWN = Duration.ofHours(1);

    Ledger {
        actions = List.copyOf(actions);
    }

    /** With the action in the place of its former self, or in front; old ended ones go. */
    Ledger with(Action action, Instant oldest) {
        if (find(action.id()) != null) {
            return new Ledger(actions.stream()
                    .map(each -> each.id().equals(action.id()) ? action : each)
                    .toList());
        }
        List<Action> kept = actions.stream()
                .filter(each -> !each.stage().ended() || each.changedAt().isAfter(oldest))
                .toList();
        List<Action> open = kept.stream().skip(MOST).filter(Ledger::mustStay).toList();
        return new Ledger(Stream.of(Stream.of(action), kept.stream().limit(MOST), open.stream())
                .flatMap(each -> each)
                .toList());
    }

    private static boolean mustStay(Action action) {
        return !action.stage().ended() || (action.operation() == Operation.PRINT && action.stage() == Stage.UNKNOWN);
    }

    @Nullable
    Action find(String id) {
        return actions.stream().filter(each -> each.id().equals(id)).findFirst().orElse(null);
    }

    List<Action> oldestFirst() {
        List<Action> turned = new ArrayList<>(actions);
        Collections.reverse(turned);
        return turned;
    }

    /** The action that goes on with what this one left, or null. */
    @Nullable
    Action successor(Action action) {
        return actions.stream()
                .takeWhile(each -> !each.id().equals(action.id()))
                .filter(each -> each.group().equals(action.group()))
                .reduce((newer, older) -> older)
                .orElse(null);
    }

    List<Action> open() {
        return actions.stream().filter(each -> !each.stage().ended()).toList();
    }

    /** One write at a time; while an outcome is open, only what can't make it worse or harder to tell. */
    @Nullable
    Action blocking(Operation wanted) {
        return actions.stream()
                .filter(action -> switch (action.stage()) {
                    case RUNNING -> true;
                    case CHECKING -> wanted != Operation.REMOVE;
                    case WAITING -> wanted == Operation.PRINT;
                    default -> false;
                })
                .findFirst()
                .orElse(null);
    }

    /**
     * What is open, what nobody knows of, and a few of those that ended a short while ago; but not what somebody has gone on
     * with, since the later action says how that stands.
     */
    List<Action> recent(Instant now) {
        List<Action> ended = actions.stream()
                .filter(action -> action.stage().ended() && !staysLonger(action))
                .filter(action -> action.changedAt().plus(SHOWN).isAfter(now))
                .limit(MOST_SHOWN)
                .toList();
        return actions.stream()
                .filter(action -> Left.of(action).isEmpty() || successor(action) == null)
                .filter(action -> !action.stage().ended()
                        || ended.contains(action)
                        || (staysLonger(action)
                                && action.changedAt().plus(UNKNOWN_SHOWN).isAfter(now)))
                .toList();
    }

    /** Somebody has to look, or to go on with it. */
    private static boolean staysLonger(Action action) {
        return action.stage() == Stage.UNKNOWN
                || (action.stage() == Stage.PARTLY && !Left.of(action).isEmpty());
    }

    /** The last start whose outcome nobody knows, unless a later one was confirmed. */
    @Nullable
    Action unconfirmed(Instant oldest) {
        return actions.stream()
                .filter(action -> action.operation() == Operation.PRINT && action.stage() != Stage.REFUSED)
                .filter(action -> action.stage().ended())
                .findFirst()
                .filter(action ->
                        action.stage() == Stage.UNKNOWN && action.changedAt().isAfter(oldest))
                .orElse(null);
    }
}
