package io.nordwand.dispatch;

import io.nordwand.audit.Actor;
import io.nordwand.audit.DeedId;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.EntryId;
import io.nordwand.farm.PrinterId;
import io.nordwand.farm.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** An action as the journal stores it. Plain words, so that types of the program can change without it. */
final class ActionJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private record Stored(
            String id,
            String operation,
            String printer,
            String printerName,
            Actor actor,
            String group,
            @Nullable String build,
            String subject,
            List<String> entries,
            Map<String, List<String>> expected,
            String seen,
            String startedAt,
            String standing,
            List<Object> details,
            @Nullable StoredTrouble trouble,
            List<StoredStep> steps,
            List<StoredCall> sent,
            String changedAt) {}

    record StoredTrouble(
            String kind, String sentence, @Nullable String reference) {}

    private record StoredStep(
            String kind,
            String printer,
            @Nullable String entry,
            @Nullable String build,
            String title,
            String result,
            @Nullable String made,
            String where) {}

    private record StoredCall(
            long deed,
            String operation,
            String printer,
            @Nullable String build,
            @Nullable String entry,
            @Nullable List<String> before,
            int step,
            String known,
            @Nullable String result) {}

    private ActionJson() {}

    static String write(Action action) {
        Progress progress = action.progress();
        return JSON.writeValueAsString(new Stored(
                action.id(),
                action.operation().name(),
                action.printer().value(),
                action.printerName(),
                action.actor(),
                action.group(),
                text(action.build()),
                action.subject(),
                texts(action.entries()),
                action.expected().entrySet().stream()
                        .collect(Collectors.toMap(each -> each.getKey().value(), each -> texts(each.getValue()))),
                action.seen(),
                action.startedAt().toString(),
                progress.standing().name(),
                progress.details(),
                trouble(progress.trouble()),
                progress.steps().stream().map(ActionJson::stored).toList(),
                progress.sent().stream().map(ActionJson::stored).toList(),
                progress.changedAt().toString()));
    }

    static @Nullable StoredTrouble trouble(@Nullable Trouble trouble) {
        return trouble == null
                ? null
                : new StoredTrouble(trouble.getClass().getSimpleName(), trouble.sentence(), trouble.reference());
    }

    private static StoredStep stored(Step step) {
        return new StoredStep(
                step.kind().name(),
                step.printer().value(),
                text(step.entry()),
                text(step.build()),
                step.title(),
                step.result().name(),
                text(step.made()),
                step.where());
    }

    private static StoredCall stored(Sent sent) {
        Call call = sent.call();
        return new StoredCall(
                sent.deed().value(),
                call.operation(),
                call.printer().value(),
                text(call.build()),
                text(call.entry()),
                call.known() == null ? null : texts(call.known()),
                sent.step(),
                sent.known().name(),
                sent.result());
    }

    static Action read(String json) {
        Stored stored = JSON.readValue(json, Stored.class);
        Progress progress = new Progress(
                Standing.valueOf(stored.standing()),
                stored.details(),
                stored.trouble() == null ? null : read(stored.trouble()),
                stored.steps().stream().map(ActionJson::read).toList(),
                stored.sent().stream().map(ActionJson::read).toList(),
                Instant.parse(stored.changedAt()));
        return new Action(
                stored.id(),
                Operation.valueOf(stored.operation()),
                new PrinterId(stored.printer()),
                stored.printerName(),
                stored.actor(),
                stored.group(),
                build(stored.build()),
                stored.subject(),
                entries(stored.entries()),
                stored.expected().entrySet().stream()
                        .collect(Collectors.toMap(
                                each -> new PrinterId(each.getKey()), each -> entries(each.getValue()))),
                stored.seen(),
                Instant.parse(stored.startedAt()),
                progress);
    }

    static Trouble read(StoredTrouble stored) {
        String sentence = stored.sentence();
        String reference = stored.reference();
        return switch (stored.kind()) {
            case "NotAuthorized" -> new Trouble.NotAuthorized(sentence, reference);
            case "NotFound" -> new Trouble.NotFound(sentence, reference);
            case "Conflict" -> new Trouble.Conflict(sentence, reference);
            case "Rejected" -> new Trouble.Rejected(sentence, reference);
            case "RateLimited" -> new Trouble.RateLimited(sentence, reference, (Duration) null);
            case "Unavailable" -> new Trouble.Unavailable(sentence, reference);
            case "Unreadable" -> new Trouble.Unreadable(sentence, reference);
            case "Stopped" -> new Trouble.Stopped(sentence, reference);
            case "NotRecorded" -> new Trouble.NotRecorded(sentence, reference);
            default -> new Trouble.OutcomeUnknown(sentence, reference);
        };
    }

    private static Step read(StoredStep stored) {
        return new Step(
                Step.Kind.valueOf(stored.kind()),
                new PrinterId(stored.printer()),
                entry(stored.entry()),
                build(stored.build()),
                stored.title(),
                Step.Result.valueOf(stored.result()),
                entry(stored.made()),
                stored.where());
    }

    private static Sent read(StoredCall stored) {
        @Nullable Set<EntryId> before = stored.before() == null ? null : Set.copyOf(entries(stored.before()));
        Call call = new Call(
                stored.operation(),
                new PrinterId(stored.printer()),
                build(stored.build()),
                entry(stored.entry()),
                before);
        return new Sent(
                new DeedId(stored.deed()), call, stored.step(), Sent.Known.valueOf(stored.known()), stored.result());
    }

    private static @Nullable String text(@Nullable Object id) {
        return id == null ? null : id.toString();
    }

    private static List<String> texts(Collection<EntryId> entries) {
        return entries.stream().map(EntryId::value).toList();
    }

    private static List<EntryId> entries(List<String> texts) {
        return texts.stream().map(EntryId::new).toList();
    }

    private static @Nullable EntryId entry(@Nullable String text) {
        return text == null ? null : new EntryId(text);
    }

    private static @Nullable BuildId build(@Nullable String text) {
        return text == null ? null : new BuildId(text);
    }
}
