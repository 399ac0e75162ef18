package io.nordwand.eiger;

import io.nordwand.eiger.api.OrganizationApi;
import io.nordwand.eiger.api.Pages;
import io.nordwand.eiger.api.Query;
import io.nordwand.eiger.wire.PersonWire;
import io.nordwand.farm.FarmException;
import io.nordwand.farm.record.PeopleSource;
import io.nordwand.farm.record.PersonRecord;
import io.nordwand.farm.record.UserRecord;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Users of the organization at Eiger. */
final class EigerPeople implements PeopleSource {

    private final OrganizationApi organization;
    private final Refusals refusals;
    private final Pages<PersonWire> pages;

    EigerPeople(OrganizationApi organization, Refusals refusals) {
        this.organization = organization;
        this.refusals = refusals;
        this.pages = Pages.of(organization::listUsers, EigerPeople::key, refusals.unreadable());
    }

    /** What tells one user from another: the id, which may be missing, else all that is known of them. */
    private static @Nullable Object key(PersonWire wire) {
        String id = Ids.known(wire.id());
        return id != null ? id : RecordMapping.person(wire);
    }

    @Override
    public Mono<List<PersonRecord>> people() {
        return pages.all(Query.ascending("name"))
                .map(wires -> wires.stream()
                        .<@Nullable PersonRecord>map(RecordMapping::person)
                        .filter(Objects::nonNull)
                        .toList());
    }

    @Override
    public Mono<UserRecord> user(String id) {
        return Mono.defer(() -> Ids.sendable(id) ? organization.fetchUser(id) : Mono.error(refusals.noSuchId()))
                .map(wire -> {
                    PersonRecord person = Ids.same(wire.id(), id) ? RecordMapping.person(wire) : null;
                    if (person == null) {
                        throw new FarmException(refusals.unreadable());
                    }
                    return new UserRecord(person, wire.createdAt(), wire.updatedAt());
                });
    }
}
