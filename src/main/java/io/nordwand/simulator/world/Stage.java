package io.nordwand.simulator.world;

/** How far a printer is with a job. */
public enum Stage {
    /** Eiger has handed it over; the printer has not taken it yet, and nothing shows it. */
    SENT("Unknown"),
    DOWNLOADING("Downloading"),
    HEATING("Heating"),
    PRINTING("Printing"),
    /** Stands and waits for a person. */
    STOPPED("Unknown"),
    /** Printed; the part is still on the bed. */
    DONE("Cooling Down");

    private final String word;

    Stage(String word) {
        this.word = word;
    }

    /** The {@code printing_state} of it. */
    public String word() {
        return word;
    }
}
