package io.nordwand.dispatch;

import io.nordwand.audit.Actor;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.EntryId;
import io.nordwand.farm.PrinterId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a person asked of one printer, exactly as their form said it.
 *
 * @param session their session, which the action id must have been given to
 * @param place what the form was about, which the action id must have been given for ({@link Tickets#at})
 * @param actionId one-time action id from the form
 * @param actor who asks
 * @param operation what to do
 * @param printer where; for a move, where from
 * @param build build to add, print or send, else null
 * @param entries entry to remove or to print, or entries to take out or to move
 * @param plan the calls to make, in order, where the person was shown a plan; else empty
 * @param expected the queue of each printer as the person saw it, where the plan depends on it; else empty
 * @param seen the same in words, for the audit; may be blank
 */
record Intent(
        String session,
        String place,
        String actionId,
        Actor actor,
        Operation operation,
        PrinterId printer,
        @Nullable BuildId build,
        List<EntryId> entries,
        List<Step> plan,
        Map<PrinterId, List<EntryId>> expected,
        String seen) {

    Intent {
        entries = List.copyOf(entries);
        plan = List.copyOf(plan);
        expected = Map.copyOf(expected);
    }

    /** Something that one call does, or that takes out what was shown. */
    static Intent of(
            String session,
            String actionId,
            Actor actor,
            Operation operation,
            PrinterId printer,
            @Nullable BuildId build,
            List<EntryId> entries) {
        return new Intent(
                session,
                Tickets.at(printer),
                actionId,
                actor,
                operation,
                printer,
                build,
                entries,
                List.of(),
                Map.of(),
                "");
    }

    /** Something that follows a plan. */
    Intent with(List<Step> newPlan, Map<PrinterId, List<EntryId>> newExpected) {
        return new Intent(
                session, place, actionId, actor, operation, printer, build, entries, newPlan, newExpected, seen);
    }

    Intent at(String newPlace) {
        return new Intent(session, newPlace, actionId, actor, operation, printer, build, entries, plan, expected, seen);
    }

    Intent seeing(String newSeen) {
        return new Intent(session, place, actionId, actor, operation, printer, build, entries, plan, expected, newSeen);
    }

    /** All printers that it touches. */
    Set<PrinterId> printers() {
        Set<PrinterId> all = new LinkedHashSet<>(List.of(printer));
        plan.forEach(step -> all.add(step.printer()));
        return all;
    }

    /** What each of them asks for, in their order. */
    static List<String> digests(List<Intent> intents) {
        return intents.stream().map(Intent::digest).toList();
    }

    /** Stands for what was asked for and who asked, without session and action id: the same again has the same digest. */
    String digest() {
        List<Object> parts = new ArrayList<>(List.of(place, actor.name(), operation, printer));
        parts.add(build == null ? "" : build);
        parts.add(entries);
        plan.forEach(step -> parts.add(
                List.of(step.kind(), step.printer(), String.valueOf(step.entry()), String.valueOf(step.build()))));
        parts.add(new TreeMap<>(expected.entrySet().stream()
                .collect(Collectors.toMap(each -> each.getKey().value(), Map.Entry::getValue))));
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(parts.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Without session and action id: whoever knew both could act. */
    @Override
    public String toString() {
        return "Intent[" + operation + " at " + printer + " by " + actor.name() + "]";
    }
}
