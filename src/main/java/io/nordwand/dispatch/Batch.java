package io.nordwand.dispatch;

import io.nordwand.dispatch.Step.Result;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.PrinterId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What one form asked of several printers, with all that was done about it since: a printer's share may have been
 * continued, by further actions of the same group.
 *
 * @param id the group
 * @param shares one for each printer
 */
public record Batch(String id, List<Share> shares) {
    public Batch {
        shares = List.copyOf(shares);
    }

    /** Where trying again would only be refused again. */
    private static final Set<Standing> HOPELESS = Set.of(Standing.OTHER_SERIES, Standing.UNSLICED);

    /**
     * What was asked of one printer.
     *
     * @param attempts its actions, the first first; at least one
     */
    public record Share(List<Action> attempts) {
        public Share {
            attempts = List.copyOf(attempts);
        }

        /** How it stands now. */
        public Action latest() {
            return attempts.get(attempts.size() - 1);
        }

        /** How many jobs were asked for. */
        public int all() {
            return attempts.get(0).steps().size();
        }

        /** How many of them are done for certain. */
        public int done() {
            return count(Result::done);
        }

        /** For how many nobody knows; while the action goes on, that may change. */
        public int uncertain() {
            return latest().stage().ended() ? count(Result::uncertain) : 0;
        }

        /** The steps of the last attempt that were certainly not carried out, and may be asked for again. */
        List<Step> left() {
            Action latest = latest();
            if (!latest.stage().ended()
                    || latest.operation() != Operation.SEND
                    || HOPELESS.contains(latest.standing())) {
                return List.of();
            }
            return latest.steps().stream()
                    .filter(step -> step.result() == Result.NOT_TRIED || step.result() == Result.REFUSED)
                    .toList();
        }

        /** How many can be asked for again. */
        public int open() {
            return left().size();
        }

        private int count(Predicate<Result> kind) {
            return (int) attempts.stream()
                    .flatMap(action -> action.steps().stream())
                    .filter(step -> kind.test(step.result()))
                    .count();
        }

        /** Key of the words on a share that is not done. */
        public String because() {
            Standing standing = latest().standing();
            // What was left is done, so that it is about an earlier attempt of which nobody knows.
            return "send.because." + (standing == Standing.DONE ? Standing.UNKNOWN : standing).key();
        }

        /** What these words name. */
        public Object[] details() {
            List<Object> all = new ArrayList<>(List.of(latest().printerName()));
            all.addAll(latest().progress().details());
            return all.toArray();
        }

        /** Whether all of it is done. */
        public boolean complete() {
            return done() == all();
        }
    }

    /** The group's actions, by name of the printer, at each the first first. */
    static List<Action> actions(String group, Collection<Ledger> ledgers) {
        return ledgers.stream()
                .flatMap(ledger -> ledger.oldestFirst().stream())
                .filter(action -> action.group().equals(group))
                .distinct()
                .sorted(Comparator.comparing(Action::printerName, String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(action -> action.printer().value()))
                .toList();
    }

    static @Nullable Batch of(String group, List<Action> actions) {
        Map<PrinterId, List<Action>> byPrinter = new LinkedHashMap<>();
        actions.stream()
                .filter(Batches::shared)
                .forEach(action -> byPrinter
                        .computeIfAbsent(action.printer(), printer -> new ArrayList<>())
                        .add(action));
        return byPrinter.isEmpty()
                ? null
                : new Batch(group, byPrinter.values().stream().map(Share::new).toList());
    }

    private Action first() {
        return shares.get(0).attempts().get(0);
    }

    /** What was asked for: send or withdraw. */
    public Operation operation() {
        return first().operation();
    }

    /** Title of the build. */
    public String title() {
        return first().subject();
    }

    /** The build, or null. */
    public @Nullable BuildId build() {
        return first().build();
    }

    /** Who asked first. */
    public String by() {
        return first().by();
    }

    /** How many jobs were asked for. */
    public int all() {
        return shares.stream().mapToInt(Share::all).sum();
    }

    /** How many are done for certain. */
    public int done() {
        return shares.stream().mapToInt(Share::done).sum();
    }

    /** For how many nobody knows. */
    public int uncertain() {
        return shares.stream().mapToInt(Share::uncertain).sum();
    }

    /** How many can be asked for again, since they were certainly not sent. */
    public int open() {
        return shares.stream().mapToInt(Share::open).sum();
    }

    /** Whether something still goes on. */
    public boolean running() {
        return shares.stream().anyMatch(share -> !share.latest().stage().ended());
    }

    /** The shares of which something is left. */
    public List<Share> continuable() {
        return shares.stream().filter(share -> share.open() > 0).toList();
    }

    /** The shares that ended without being done whole. */
    public List<Share> incomplete() {
        return shares.stream()
                .filter(share -> share.latest().stage().ended() && !share.complete())
                .toList();
    }

    /** How it looks over all: {@code running}, {@code done}, {@code unknown} or {@code partly}. */
    public String state() {
        if (running()) {
            return "running";
        }
        if (done() == all()) {
            return "done";
        }
        return uncertain() > 0 ? "unknown" : done() == 0 ? "none" : "partly";
    }

    /** Key of the sentence about all of it, which names: done, all, not known, title; {@code -more} says what to do. */
    public String message() {
        return "send.sum." + operation().key() + "." + state();
    }

    /** The look of that. */
    public Stage stage() {
        return switch (state()) {
            case "running" -> Stage.RUNNING;
            case "done" -> Stage.DONE;
            case "unknown" -> Stage.UNKNOWN;
            case "none" -> Stage.REFUSED;
            default -> Stage.PARTLY;
        };
    }

    /** Ids of all its actions. */
    List<String> known() {
        return shares.stream()
                .flatMap(share -> share.attempts().stream())
                .map(Action::id)
                .toList();
    }

    /** The same text as long as nothing was added and the same is left, to tell whether what was shown still holds. */
    public String mark() {
        return known().size() + "-"
                + Integer.toHexString((known()
                                + shares.stream()
                                        .map(share -> share.latest().printer() + "=" + share.open())
                                        .collect(Collectors.joining()))
                        .hashCode());
    }
}
