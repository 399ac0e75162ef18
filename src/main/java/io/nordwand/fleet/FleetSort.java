package io.nordwand.fleet;

import io.nordwand.web.NaturalOrder;
import java.util.Comparator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Order of the table.
 *
 * @param column {@code state} (the usual order, by group), {@code name}, {@code finish}, {@code queue} or
 *     {@code material}
 * @param descending whether turned round; what is not known stays at the end all the same
 */
record FleetSort(String column, boolean descending) {

    /** The order of the cards: groups first, then what matters in each. */
    static final FleetSort USUAL = new FleetSort("state", false);

    private static final Comparator<Tile> BY_NAME = Comparator.comparing(Tile::sortName, NaturalOrder.FOLDED)
            .thenComparing(tile -> tile.card().elementId());

    /** Reads "name" or "-name"; anything else is the usual order. */
    static FleetSort from(String word) {
        boolean descending = word.startsWith("-");
        String column = descending ? word.substring(1) : word;
        return switch (column) {
            case "name", "finish", "queue", "material" -> new FleetSort(column, descending);
            default -> USUAL;
        };
    }

    /** The word in URLs. */
    String word() {
        return (descending ? "-" : "") + column;
    }

    /** Whether the list is divided into groups. */
    boolean grouped() {
        return column.equals("state");
    }

    Comparator<Tile> comparator() {
        return switch (column) {
            case "name" -> descending ? BY_NAME.reversed() : BY_NAME;
            case "finish" -> known(tile -> tile.card().finishAt(), descending);
            case "queue" -> known(tile -> tile.card().queue().count(), !descending);
            case "material" -> known(Tile::level, descending);
            default -> usual();
        };
    }

    /** Longest waiting first, next done first, else by name. */
    private static Comparator<Tile> usual() {
        return (left, right) -> {
            int order = left.card().group().compareTo(right.card().group());
            if (order == 0) {
                order = switch (left.card().group()) {
                    case HANDS, FINISHED ->
                        left.card().since().at().compareTo(right.card().since().at());
                    case PRINTING ->
                        known((Tile tile) -> tile.card().finishAt(), false).compare(left, right);
                    case READY, OFF, UNKNOWN -> 0;
                };
            }
            return order == 0 ? BY_NAME.compare(left, right) : order;
        };
    }

    private static <V extends Comparable<? super V>> Comparator<Tile> known(
            Function<Tile, @Nullable V> value, boolean reversed) {
        Comparator<V> order = reversed ? Comparator.reverseOrder() : Comparator.naturalOrder();
        return Comparator.<Tile, V>comparing(value, Comparator.nullsLast(order)).thenComparing(BY_NAME);
    }
}
