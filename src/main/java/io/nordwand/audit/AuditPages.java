package io.nordwand.audit;

import io.nordwand.database.DatabaseException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Makes pages out of the log. */
@Component
class AuditPages {

    private final AuditReader reader;

    AuditPages(AuditReader reader) {
        this.reader = reader;
    }

    /** The page; one that says so when the log can't be read. */
    Mono<AuditPage> page(AuditQuery query) {
        return current(query, 0, AuditPage.SIZE)
                .onErrorResume(DatabaseException.class, down -> Mono.just(AuditPage.down(query)));
    }

    /** The page from now on, down to that deed and up to so many; an error when the log can't be read. */
    Mono<AuditPage> current(AuditQuery query, long oldest, int most) {
        return Mono.zip(
                reader.rows(query, oldest, most + 1),
                reader.choices(),
                (rows, choices) -> AuditPage.of(query, rows, most, choices));
    }
}
