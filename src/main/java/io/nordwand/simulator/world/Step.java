package io.nordwand.simulator.world;

/** What happens next at a printer; see {@link Course}. */
enum Step {
    /** The printer takes the job that it was sent. */
    TAKE(false),
    HEAT(false),
    PRINT(false),
    LOW(false),
    OUT(false),
    JAM(false),
    FAIL(false),
    PAUSE(true),
    /** The printer loses its network for a while and goes on printing. */
    DROP(false),
    FINISH(false),
    /** A cancelled print has come to rest. */
    STRIP(false),
    /** A job that the printer never took is given up. */
    LAPSE(false),
    /** A furnace goes on to its next state. */
    COOK(false),
    /** Somebody removes what stopped the printer. */
    MEND(true),
    /** Somebody gives a failed print up. */
    CANCEL(true),
    /** Somebody takes the part off the bed. */
    CLEAR(true),
    /** Somebody starts the next job. */
    START(true),
    /** Nothing will happen by itself. */
    REST(false);

    private final boolean byPerson;

    Step(boolean byPerson) {
        this.byPerson = byPerson;
    }

    /** Whether it needs somebody on the floor. */
    boolean byPerson() {
        return byPerson;
    }
}
