package io.nordwand.approval;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** What each session has ticked; forgotten after a day without a look, and with the program. */
@Component
class Drafts {

    private final Cache<String, Draft> drafts = Caffeine.newBuilder()
            .maximumSize(1_000)
            .expireAfterAccess(Duration.ofHours(24))
            .build();

    Draft of(String session) {
        Draft draft = drafts.getIfPresent(session);
        return draft == null ? Draft.EMPTY : draft;
    }

    void change(String session, UnaryOperator<Draft> change) {
        drafts.asMap().compute(session, (id, before) -> change.apply(before == null ? Draft.EMPTY : before));
    }

    void drop(String session) {
        drafts.invalidate(session);
    }
}
