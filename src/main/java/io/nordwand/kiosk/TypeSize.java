package io.nordwand.kiosk;

/** The type sizes that the stylesheet of screens knows, in units of the {@link Canvas}. */
final class TypeSize {

    private static final int[] STEPS = {
        16, 18, 20, 22, 24, 26, 28, 31, 34, 38, 42, 46, 51, 56, 62, 68, 75, 82, 90, 99, 110, 120
    };

    private TypeSize() {}

    /** All of them, the smallest first. */
    static int[] steps() {
        return STEPS.clone();
    }

    /** The next one that is at least so large; the largest one if none is. */
    static int atLeast(int units) {
        for (int step : STEPS) {
            if (step >= units) {
                return step;
            }
        }
        return STEPS[STEPS.length - 1];
    }

    /** The largest one that is at most so large; the smallest one if none is. */
    static int atMost(int units) {
        int found = STEPS[0];
        for (int step : STEPS) {
            found = step <= units ? step : found;
        }
        return found;
    }
}
