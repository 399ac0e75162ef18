package io.nordwand.web.frame;

import io.nordwand.farm.Farms;
import io.nordwand.farm.Freshness;
import io.nordwand.farm.Trouble;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Tells administrators how the farm is read. Trouble with Eiger is "degraded", never "down": pages still work, and a
 * restart would not help.
 */
@Component
class FarmHealthIndicator implements HealthIndicator {

    private final Farms farms;
    private final Frames frames;

    FarmHealthIndicator(Farms farms, Frames frames) {
        this.farms = farms;
        this.frames = frames;
    }

    @Override
    public Health health() {
        Freshness fresh = farms.current().freshness();
        FreshnessView view = frames.current().freshness();
        Trouble trouble = fresh.trouble();
        Health.Builder health = trouble == null && !view.isStale() ? Health.up() : Health.status("DEGRADED");
        health.withDetail("level", view.key())
                .withDetail("printers", farms.current().printers().size());
        if (fresh.lastGood() != null) {
            health.withDetail("lastGoodPoll", fresh.lastGood());
        }
        if (trouble != null) {
            health.withDetail("trouble", trouble.getClass().getSimpleName());
            health.withDetail("sentence", trouble.sentence());
        }
        return health.build();
    }
}
