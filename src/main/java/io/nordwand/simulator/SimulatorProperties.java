package io.nordwand.simulator;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is simulated.
 *
 * @param port port on 127.0.0.1, or 0 for any free one
 * @param seed the same seed gives the same farm
 * @param speed how many times as fast as real time the simulated clock runs; faster than 1 its times run ahead of ours
 * @param printers number of devices, 1 to 10,000
 * @param peopleAtWork whether simulated people clear beds, mend and start jobs by themselves
 */
@ConfigurationProperties("nordwand.simulator")
public record SimulatorProperties(
        @DefaultValue("0") int port,
        @DefaultValue("7") long seed,
        @DefaultValue("1") double speed,
        @DefaultValue("24") int printers,
        @DefaultValue("true") boolean peopleAtWork) {
    public SimulatorProperties {
        if (printers < 1 || printers > 10_000) {
            throw new IllegalArgumentException(
                    "nordwand.simulator.printers is " + printers + "; it must be 1 to 10000");
        }
        if (!(speed > 0 && speed <= 100_000)) {
            throw new IllegalArgumentException(
                    "nordwand.simulator.speed is " + speed + "; it must be above 0, at most 100000");
        }
    }
}
