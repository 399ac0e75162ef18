package io.nordwand.simulator;

import io.nordwand.farm.EigerAccess;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** Starts the simulated organization when both Eiger keys are missing, and only then. */
@Configuration(proxyBeanMethods = false)
@Conditional(SimulatorConfiguration.WithoutKeys.class)
class SimulatorConfiguration {

    @Bean(destroyMethod = "close")
    SimulatedEiger simulatedEiger(SimulatorProperties properties, Clock clock) {
        return SimulatedEiger.start(properties, clock);
    }

    @Bean
    EigerAccess simulatedAccess(SimulatedEiger eiger) {
        return eiger.access();
    }

    @Bean
    Simulation simulation(SimulatedEiger eiger) {
        return eiger.simulation();
    }

    @Bean
    Faults simulatedFaults(SimulatedEiger eiger) {
        return eiger.faults();
    }

    /** Neither key is configured. */
    static final class WithoutKeys implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            Environment environment = context.getEnvironment();
            return !StringUtils.hasText(environment.getProperty("nordwand.eiger.access-key"))
                    && !StringUtils.hasText(environment.getProperty("nordwand.eiger.secret-key"));
        }
    }
}
