package io.nordwand.simulator.world;

/**
 * What will become of a run.
 *
 * @param step how the run is interrupted, or {@link Step#FINISH}
 * @param share after which share of the print time, 0 to 1
 */
record Fate(Step step, double share) {

    static final Fate FINE = new Fate(Step.FINISH, 1);

    static Fate thrown(Dice dice) {
        double share = dice.between(0.05, 0.95);
        double luck = dice.between(0, 1);
        if (luck < 0.08) {
            return new Fate(Step.JAM, share);
        }
        if (luck < 0.13) {
            return new Fate(Step.FAIL, share);
        }
        if (luck < 0.18) {
            return new Fate(Step.PAUSE, share);
        }
        return luck < 0.24 ? new Fate(Step.DROP, share) : FINE;
    }
}
