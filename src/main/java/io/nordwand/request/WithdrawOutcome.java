package io.nordwand.request;

import io.nordwand.dispatch.Order;
import io.nordwand.request.Withdrawal.Entry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of taking requests back.
 *
 * @param action id of the order
 * @param build id of the build, or blank
 * @param title title of the build
 * @param standing key of how far the call got
 * @param sentence what went wrong; blank when nothing did
 * @param jobs what waited, and whether it is gone
 */
record WithdrawOutcome(String action, String build, String title, String standing, String sentence, List<Entry> jobs) {

    static WithdrawOutcome of(Withdrawal known, @Nullable Order order) {
        Order.Item item = order == null ? null : order.items().get(0);
        return new WithdrawOutcome(
                known.action(),
                known.build().value(),
                known.title(),
                item == null ? known.standing() : item.state().key(),
                item == null ? known.sentence() : item.sentence(),
                known.jobs());
    }

    /** Nothing was stored, since it was held back before that. */
    static WithdrawOutcome unsent(Order order) {
        Order.Item item = order.items().get(0);
        return new WithdrawOutcome(
                order.id(),
                item.build() == null ? "" : item.build().value(),
                item.subject(),
                item.state().key(),
                item.sentence(),
                List.of());
    }

    /** Whether it is still on its way or being found out. */
    public boolean open() {
        return List.of("waiting", "sending", "checking").contains(standing);
    }

    /** What is gone for certain. */
    public List<Entry> gone() {
        return jobs.stream().filter(job -> Boolean.TRUE.equals(job.gone())).toList();
    }

    /** What is still there for certain. */
    public List<Entry> left() {
        return jobs.stream().filter(job -> Boolean.FALSE.equals(job.gone())).toList();
    }

    /** What was not read yet. */
    public List<Entry> unread() {
        return jobs.stream().filter(job -> job.gone() == null).toList();
    }

    /** How to mark it: done, a refusal, or nobody knows. */
    public String look() {
        return switch (standing) {
            case "done", "found-done" -> left().isEmpty() && unread().isEmpty() ? "ok" : "conflict";
            case "waiting", "sending", "checking" -> "info";
            default -> "conflict";
        };
    }
}
