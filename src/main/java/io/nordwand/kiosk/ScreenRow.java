package io.nordwand.kiosk;

import io.nordwand.farm.Farm;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A screen in the list.
 *
 * @param screen the screen
 * @param printers how many printers it shows, or null when the farm was not read yet
 * @param sighting when and how it was last seen, or null when never
 * @param live whether it was seen just now
 * @param message the line for the floor that it shows now, or null
 */
public record ScreenRow(
        Screen screen,
        @Nullable Integer printers,
        @Nullable Sighting sighting,
        boolean live,
        @Nullable FloorMessage message) {

    static ScreenRow of(Screen screen, @Nullable Sighting sighting, Farm farm, Instant now) {
        return new ScreenRow(
                screen,
                farm.freshness().lastGood() == null
                        ? null
                        : count(screen.display().printers(), farm),
                sighting,
                sighting != null && now.isBefore(sighting.at().plus(Sightings.GONE)),
                screen.messageAt(now));
    }

    private static int count(Choice choice, Farm farm) {
        Set<String> keys =
                choice.keys().stream().map(key -> key.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        return (int) farm.printers().values().stream()
                .filter(printer -> switch (choice.kind()) {
                    case ALL -> true;
                    case SERIES -> keys.contains(printer.report().series().toLowerCase(Locale.ROOT));
                    case CHOSEN, RACK -> keys.contains(printer.id().value().toLowerCase(Locale.ROOT));
                })
                .count();
    }

    /** Keys of its layouts. */
    public List<String> layouts() {
        return screen.display().turns().stream()
                .map(turn -> DisplayForm.key(turn.layout()))
                .toList();
    }

    /** Key of its colours. */
    public String look() {
        return DisplayForm.key(screen.display().look());
    }

    /** Key of how its printers are chosen. */
    public String kind() {
        return DisplayForm.key(screen.display().printers().kind());
    }

    /** The series that it shows, if it shows series. */
    public List<String> series() {
        return screen.display().printers().kind() == Choice.Kind.SERIES
                ? screen.display().printers().keys()
                : List.of();
    }
}
