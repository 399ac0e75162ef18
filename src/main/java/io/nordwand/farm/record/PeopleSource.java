package io.nordwand.farm.record;

import java.util.List;
import reactor.core.publisher.Mono;

/** Port: users of the organization. Every failure is a {@link io.nordwand.farm.FarmException}. */
public interface PeopleSource {

    /** All users, by name; even their ids may be missing (listUsers, field note 25). */
    Mono<List<PersonRecord>> people();

    /** One user with dates, read afresh (fetchUser). */
    Mono<UserRecord> user(String id);
}
