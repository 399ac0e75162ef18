package io.nordwand.build;

import io.nordwand.farm.record.BuildDetail.Pose;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The places of parts as a drawing. Eiger names neither the unit nor the size of the bed or of the parts, so it is drawn
 * to the extent of the places, x to the right and y upwards, and each place with a sign of one size. A place without
 * coordinates is never drawn at zero.
 *
 * @param width width of the drawing
 * @param height height of the drawing
 * @param size half the width of a sign
 * @param side its width
 * @param front where the line begins that shows a sign's turn
 * @param marks the places that can be drawn
 * @param unplaced how many have no coordinates
 * @param undrawn how many have coordinates that can't be drawn: too many, or too far apart
 * @param extent the least and largest coordinates, or null when nothing is drawn
 */
public record Bed(
        String width,
        String height,
        String size,
        String side,
        String front,
        List<Mark> marks,
        int unplaced,
        int undrawn,
        @Nullable Extent extent) {

    private static final double SIDE = 480;
    private static final double MARGIN = 40;
    private static final double LARGEST = 26;
    private static final double SMALLEST = 7;
    private static final int MOST = 500;

    /**
     * A place in the drawing.
     *
     * @param part number of the part that lies there in the list of parts, or null when Eiger does not say
     * @param x place in the drawing
     * @param y place in the drawing
     * @param turn turn of the sign, clockwise in degrees, or null when not known
     */
    public record Mark(
            @Nullable Integer part,
            String x,
            String y,
            @Nullable String turn) {}

    /** What the drawing spans, in Eiger's unit. */
    public record Extent(String fromX, String toX, String fromY, String toY) {}

    /** Whether there is anything to draw. */
    public boolean drawn() {
        return !marks.isEmpty();
    }

    /**
     * The drawing of these places.
     *
     * @param part gives the number of the part that lies at a place, or null
     */
    static Bed of(List<Pose> poses, Function<Pose, @Nullable Integer> part, Locale locale) {
        List<Pose> placed = poses.stream()
                .filter(pose -> pose.x() != null && pose.y() != null)
                .toList();
        int unplaced = poses.size() - placed.size();
        List<Pose> some = placed.subList(0, Math.min(MOST, placed.size()));
        DoubleSummaryStatistics xs = some.stream().mapToDouble(Bed::x).summaryStatistics();
        DoubleSummaryStatistics ys = some.stream().mapToDouble(Bed::y).summaryStatistics();
        double span = Math.max(xs.getMax() - xs.getMin(), ys.getMax() - ys.getMin());
        if (some.isEmpty() || !Double.isFinite(span)) {
            return new Bed("0", "0", "0", "0", "0", List.of(), unplaced, placed.size(), null);
        }
        double scale = span == 0 ? 0 : (SIDE - 2 * MARGIN) / span;
        List<Mark> marks = new ArrayList<>();
        List<double[]> points = new ArrayList<>();
        for (Pose pose : some) {
            double px = MARGIN + (x(pose) - xs.getMin()) * scale;
            double py = MARGIN + (ys.getMax() - y(pose)) * scale;
            points.add(new double[] {px, py});
            marks.add(new Mark(part.apply(pose), drawn(px), drawn(py), turn(pose.theta())));
        }
        double size = size(points);
        return new Bed(
                drawn(2 * MARGIN + (xs.getMax() - xs.getMin()) * scale),
                drawn(2 * MARGIN + (ys.getMax() - ys.getMin()) * scale),
                drawn(size),
                drawn(2 * size),
                drawn(0.65 * size),
                List.copyOf(marks),
                unplaced,
                placed.size() - some.size(),
                new Extent(
                        Decimal.text(xs.getMin(), locale),
                        Decimal.text(xs.getMax(), locale),
                        Decimal.text(ys.getMin(), locale),
                        Decimal.text(ys.getMax(), locale)));
    }

    private static double x(Pose pose) {
        return Objects.requireNonNullElse(pose.x(), Double.NaN);
    }

    private static double y(Pose pose) {
        return Objects.requireNonNullElse(pose.y(), Double.NaN);
    }

    /** Turned as in mathematics, against the clock, where drawings turn with it. */
    private static @Nullable String turn(@Nullable Double theta) {
        return theta == null ? null : drawn(-(theta % 360));
    }

    /** So large that neighbours just do not touch, within bounds. */
    private static double size(List<double[]> points) {
        double nearest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < points.size(); i++) {
            for (int j = 0; j < i; j++) {
                double apart = Math.hypot(points.get(i)[0] - points.get(j)[0], points.get(i)[1] - points.get(j)[1]);
                nearest = apart == 0 ? nearest : Math.min(nearest, apart);
            }
        }
        return Math.max(SMALLEST, Math.min(LARGEST, nearest * 0.4));
    }

    private static String drawn(double value) {
        double plain = value == 0 ? 0 : value;
        return String.format(Locale.ROOT, "%.1f", plain);
    }
}
