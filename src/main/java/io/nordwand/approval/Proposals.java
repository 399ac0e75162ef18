package io.nordwand.approval;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.nordwand.farm.record.Approved;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Changes that were shown and may be confirmed: exactly what was shown is sent, however long the lists are. */
@Component
class Proposals {

    private final Cache<String, Proposal> proposals = Caffeine.newBuilder()
            .maximumSize(500)
            .expireAfterWrite(Duration.ofHours(24))
            .build();

    Proposal add(String session, Approved seen, Approved becomes) {
        Proposal plan = new Proposal(UUID.randomUUID().toString(), session, seen, becomes);
        proposals.put(plan.id(), plan);
        return plan;
    }

    /** The plan of that id, if it was shown to this session and is still known. */
    Optional<Proposal> find(@Nullable String id, String session) {
        return id == null
                ? Optional.empty()
                : Optional.ofNullable(proposals.getIfPresent(id))
                        .filter(plan -> plan.session().equals(session));
    }
}
