package io.nordwand.farm.record;

import io.nordwand.farm.Build;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A build as the list of builds and each job hold it (schema BuildView).
 *
 * @param build what it is
 * @param updatedAt when it last changed by Eiger's clock, or null
 * @param inspected whether its parts are inspected (Eiger: blacksmith_enabled), or null when not known
 * @param fiberCubicCentimetres fiber that it needs in cm³, or null when not known; also in the build's second need where
 *     it needs any (field note 37)
 * @param standardCosts costs by the vendor's prices
 * @param customCosts costs by the organization's own prices
 */
public record BuildRecord(
        Build build,
        @Nullable Instant updatedAt,
        @Nullable Boolean inspected,
        @Nullable Double fiberCubicCentimetres,
        Costs standardCosts,
        Costs customCosts) {}
