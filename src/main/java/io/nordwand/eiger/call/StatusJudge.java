package io.nordwand.eiger.call;

import io.nordwand.eiger.api.Habit;
import io.nordwand.farm.Trouble;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Says what an answer other than 2xx means, by status class first (field note 8). For writes a 4xx is definite, apart
 * from 408. A 5xx is never definite, 503 with Retry-After included: proxies send it as well when the other side broke off
 * after it had taken the request. A redirect means that nothing was done, apart from 303, which follows a deed.
 */
final class StatusJudge {

    private final Sentences sentences;
    private final Quotes quotes;
    private final HoldOff holdOff;
    private final CallLimits limits;

    StatusJudge(Sentences sentences, Quotes quotes, HoldOff holdOff, CallLimits limits) {
        this.sentences = sentences;
        this.quotes = quotes;
        this.holdOff = holdOff;
        this.limits = limits;
    }

    FailedCallException judge(Operation operation, AnswerException answer) {
        @Nullable Duration told = answer.asksToSlowDown() ? holdOff.slowDown(answer.retryAfter()) : null;
        if (operation.writes()) {
            return new FailedCallException(write(operation, answer, told), 1);
        }
        int tries = answer.status() >= 500 || answer.status() == 429 || answer.status() == 408 ? limits.tries() : 1;
        if (hidesNotFound(operation, answer)) {
            tries = Math.min(2, limits.tries());
        }
        return new FailedCallException(read(operation, answer, told), tries);
    }

    private Trouble read(Operation operation, AnswerException answer, @Nullable Duration told) {
        String reference = quotes.reference(answer.reference());
        int status = answer.status();
        if (hidesNotFound(operation, answer)) {
            return new Trouble.NotFound(said(operation, "not-found-or-trouble", answer), reference);
        }
        if (answer.asksToSlowDown()) {
            return new Trouble.RateLimited(said(operation, "rate-limited", answer), reference, told);
        }
        if (status == 408 || status >= 500) {
            return new Trouble.Unavailable(said(operation, "out-of-order", answer), reference);
        }
        if (status >= 400) {
            return definite(operation, answer, reference);
        }
        return new Trouble.Unreadable(said(operation, status >= 300 ? "redirect" : "strange", answer), reference);
    }

    private Trouble write(Operation operation, AnswerException answer, @Nullable Duration told) {
        String reference = quotes.reference(answer.reference());
        int status = answer.status();
        if (status == 429) {
            return new Trouble.RateLimited(said(operation, "rate-limited", answer), reference, told);
        }
        if (status >= 400 && status < 500 && status != 408) {
            return definite(operation, answer, reference);
        }
        if (status >= 300 && status < 400 && status != 303) {
            return new Trouble.Rejected(said(operation, "redirect", answer), reference);
        }
        String reason = said(operation, status >= 500 || status == 408 ? "out-of-order" : "strange", answer);
        return new Trouble.OutcomeUnknown(sentences.say(operation, "unknown", reason), reference);
    }

    private Trouble definite(Operation operation, AnswerException answer, @Nullable String reference) {
        int status = answer.status();
        if (status == 401 || status == 403) {
            return new Trouble.NotAuthorized(said(operation, "not-authorized", answer), reference);
        }
        if (status == 404) {
            return new Trouble.NotFound(said(operation, "not-found", answer), reference);
        }
        if (status == 409) {
            return new Trouble.Conflict(said(operation, "conflict", answer), reference);
        }
        return new Trouble.Rejected(said(operation, "rejected", answer), reference);
    }

    private static boolean hidesNotFound(Operation operation, AnswerException answer) {
        return answer.status() == 500 && !operation.writes() && operation.has(Habit.HIDES_NOT_FOUND);
    }

    private String said(Operation operation, String key, AnswerException answer) {
        String sentence = sentences.say(operation, key, Integer.toString(answer.status()));
        String message = quotes.message(answer.body());
        if (message != null) {
            return sentence + " " + sentences.say("said", message);
        }
        return Quotes.isMarkup(answer.body()) ? sentence + " " + sentences.say("stranger") : sentence;
    }
}
