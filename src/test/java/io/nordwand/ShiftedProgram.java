package io.nordwand;

import java.nio.file.Path;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.context.support.GenericApplicationContext;

/** The program, but for its clock, which a test sets: {@code -Dtest.clock=FILE}. */
public final class ShiftedProgram {

    private ShiftedProgram() {}

    /** Starts it as {@link NordwandApplication} does. */
    public static void main(String[] args) {
        ShiftedClock clock = ShiftedClock.at(Path.of(System.getProperty("test.clock")));
        SpringApplication program = new SpringApplication(NordwandApplication.class);
        program.addInitializers(
                new ProgramOnly(),
                context -> ((GenericApplicationContext) context).registerBean(Clock.class, () -> clock));
        program.run(args);
    }
}
