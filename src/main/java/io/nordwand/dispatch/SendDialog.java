package io.nordwand.dispatch;

import io.nordwand.farm.Build;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.Printer;
import io.nordwand.farm.PrinterId;
import io.nordwand.farm.Trouble;
import io.nordwand.web.Paths;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The choice of printers for a build.
 *
 * @param id the build's id
 * @param build the build, or null when it could not be read
 * @param title its title, or the beginning of its id
 * @param from printer from whose page it was asked for, or null
 * @param fit printers that suit, warned or not, the best first
 * @param unfit the others
 * @param hidden how many printers are not listed, for lack of room
 * @param spread a proposal that the numbers follow, or null
 * @param spreadTyped what was typed as the number of copies to spread
 * @param problems why the answer was not good enough; empty when the question is asked for the first time
 * @param trouble why the build could not be read, or null
 */
public record SendDialog(
        BuildId id,
        @Nullable Build build,
        String title,
        @Nullable Printer from,
        List<Row> fit,
        List<Row> unfit,
        int hidden,
        @Nullable Spread spread,
        String spreadTyped,
        List<Portions.Problem> problems,
        @Nullable Trouble trouble) {

    /** Most printers that are listed of each kind. */
    static final int MOST = 100;

    /**
     * One printer.
     *
     * @param rank place among those that suit, from 1
     * @param suitability how it suits
     * @param copies number as typed or proposed; blank for none
     * @param wrong whether the number can't be used
     */
    public record Row(int rank, Suitability suitability, String copies, boolean wrong) {}

    static SendDialog of(Ranking ranking, @Nullable Printer from) {
        return new SendDialog(
                ranking.build().id(),
                ranking.build(),
                Wording.title(ranking.build()),
                from,
                rows(ranking.fit()),
                rows(ranking.unfit()),
                Math.max(0, ranking.fit().size() - MOST)
                        + Math.max(0, ranking.unfit().size() - MOST),
                null,
                "",
                List.of(),
                null);
    }

    static SendDialog without(BuildId id, @Nullable Printer from, Trouble trouble) {
        return new SendDialog(
                id, null, Wording.first8(id.value()), from, List.of(), List.of(), 0, null, "", List.of(), trouble);
    }

    private static List<Row> rows(List<Suitability> found) {
        return IntStream.range(0, Math.min(MOST, found.size()))
                .mapToObj(i -> new Row(i + 1, found.get(i), "", false))
                .toList();
    }

    /** With the numbers of a proposal. */
    SendDialog proposing(Spread proposal, String typed) {
        return new SendDialog(
                id,
                build,
                title,
                from,
                fit.stream()
                        .map(row -> with(row, proposal.copies().getOrDefault(id(row), 0)))
                        .toList(),
                unfit,
                hidden,
                proposal,
                typed,
                List.of(),
                trouble);
    }

    /** With what was typed instead of a usable number of copies to spread. */
    SendDialog unspread(String typed, Portions.Problem problem) {
        return new SendDialog(id, build, title, from, fit, unfit, hidden, null, typed, List.of(problem), trouble);
    }

    /** The answer was not good enough; what was typed stays. */
    SendDialog again(Portions portions) {
        return new SendDialog(
                id,
                build,
                title,
                from,
                fit.stream().map(row -> typed(row, portions)).toList(),
                unfit.stream().map(row -> typed(row, portions)).toList(),
                hidden,
                null,
                "",
                portions.problems(),
                trouble);
    }

    private static Row with(Row row, int copies) {
        return new Row(row.rank(), row.suitability(), copies == 0 ? "" : String.valueOf(copies), false);
    }

    private static Row typed(Row row, Portions portions) {
        boolean wrong = portions.problems().stream().anyMatch(problem -> id(row).equals(problem.printer()));
        return new Row(row.rank(), row.suitability(), portions.typed().getOrDefault(id(row), ""), wrong);
    }

    private static PrinterId id(Row row) {
        return row.suitability().printer().id();
    }

    /** What all printers that suit have in common. */
    public List<Reason> shared() {
        return Reason.shared(fit.stream().map(Row::suitability).toList());
    }

    /** Whether anything can be sent: the build is known and sliced, and there is a printer. */
    public boolean sendable() {
        return build != null
                && !Boolean.FALSE.equals(build.sliced())
                && (!fit.isEmpty()
                        || unfit.stream().anyMatch(row -> row.suitability().sendable()));
    }

    /** Whether approvals are on and the build has none. */
    public boolean unapproved() {
        return build != null && Boolean.FALSE.equals(build.approved());
    }

    /** Whether the build has to be sliced first. */
    public boolean unsliced() {
        return build != null && Boolean.FALSE.equals(build.sliced());
    }

    /** When the oldest reading of a printer that suits was made, or null. */
    public @Nullable Instant readAt() {
        return fit.stream()
                .map(row -> row.suitability().readAt())
                .min(Instant::compareTo)
                .orElse(null);
    }

    /** Where it leads when nothing is chosen. */
    public String back() {
        return from == null ? "/builds/" + Paths.segment(id.value()) : Answers.address(from.id());
    }

    /** Copies that the proposal has a place for, by printer, in the order of the ranking. */
    public Map<PrinterId, Integer> proposed() {
        return spread == null ? Map.of() : spread.copies();
    }
}
