package io.nordwand.eiger;

import io.nordwand.eiger.wire.BuildWire;
import io.nordwand.eiger.wire.CostsWire;
import io.nordwand.eiger.wire.JobWire;
import io.nordwand.eiger.wire.PersonWire;
import io.nordwand.farm.Build;
import io.nordwand.farm.JobId;
import io.nordwand.farm.PrinterId;
import io.nordwand.farm.record.BuildRecord;
import io.nordwand.farm.record.Costs;
import io.nordwand.farm.record.JobRecord;
import io.nordwand.farm.record.PersonRecord;
import org.jspecify.annotations.Nullable;

/** Maps schemas PrintJobViewExtended and BuildView to records. */
final class RecordMapping {

    private RecordMapping() {}

    /** The job, or null when it has no id. */
    static @Nullable JobRecord job(@Nullable JobWire wire) {
        String id = wire == null ? null : Ids.known(wire.id());
        if (wire == null || id == null) {
            return null;
        }
        String printer = wire.device() == null ? null : Ids.known(wire.device().id());
        return new JobRecord(
                new JobId(id),
                build(wire.build()),
                printer == null ? null : new PrinterId(printer),
                wire.device() == null ? "" : text(wire.device().name()),
                text(wire.state()),
                text(wire.source()),
                person(wire.initiator()),
                person(wire.requester()),
                wire.queuedAt(),
                wire.createdAt(),
                wire.startedAt(),
                wire.updatedAt(),
                wire.endedAt());
    }

    /** The build, or null when it has no id. */
    static @Nullable BuildRecord build(@Nullable BuildWire wire) {
        Build build = BuildMapping.build(wire);
        return wire == null || build == null
                ? null
                : new BuildRecord(
                        build,
                        wire.updatedAt(),
                        wire.blacksmithEnabled(),
                        Figures.amount(wire.ccsFiberRequired()),
                        costs(wire.standardCosts()),
                        costs(wire.customCosts()));
    }

    /** The person, or null when nothing is said of one. */
    static @Nullable PersonRecord person(@Nullable PersonWire wire) {
        if (wire == null) {
            return null;
        }
        PersonRecord person = new PersonRecord(Ids.known(wire.id()), orNull(wire.name()), orNull(wire.email()));
        return person.id() == null && person.name() == null && person.email() == null ? null : person;
    }

    private static Costs costs(@Nullable CostsWire wire) {
        return wire == null
                ? Costs.UNKNOWN
                : new Costs(
                        Figures.amount(wire.primary()),
                        Figures.amount(wire.secondary()),
                        Figures.amount(wire.tertiary()),
                        Figures.amount(wire.fiber()),
                        Figures.amount(wire.total()));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
