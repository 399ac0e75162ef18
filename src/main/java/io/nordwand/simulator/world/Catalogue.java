package io.nordwand.simulator.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the organization owns and who belongs to it. */
public record Catalogue(List<Build> builds, List<Person> people, Map<UUID, Build> byId) {

    private static final int SAMPLES = 24;

    static Catalogue of(long seed, Instant start) {
        List<Build> builds = new ArrayList<>();
        for (String[] row : Table.read("builds")) {
            builds.add(build(seed, builds.size(), row, row[0], start));
        }
        List<String[]> originals = Table.read("builds");
        for (int i = 0; i < SAMPLES; i++) {
            String[] row = originals.get(Dice.of(seed, "sample", i).below(originals.size()));
            builds.add(build(seed, builds.size(), row, "Sample Q-%d of %s".formatted(4700 + 3 * i, row[0]), start));
        }
        List<Person> people = new ArrayList<>();
        for (String[] row : Table.read("people")) {
            int number = people.size();
            Instant since = start.minus(Dice.of(seed, "person", number).minutes(300_000, 1_000_000));
            people.add(new Person(Dice.id(seed, "person", number), row[0].isEmpty() ? null : row[0], row[1], since));
        }
        return new Catalogue(
                List.copyOf(builds),
                List.copyOf(people),
                builds.stream().collect(Collectors.toUnmodifiableMap(Build::id, Function.identity())));
    }

    /** The first build of that title that is made for the machine. */
    Build titled(String title, Machine machine) {
        return builds.stream()
                .filter(build -> build.title().equals(title) && machine.fits(build))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(title + " is no build for " + machine.model()));
    }

    /** Something that the machine can print, or null when there is nothing for its series. */
    @Nullable
    Build anyFor(Machine machine, Dice dice) {
        List<Build> choices = builds.stream().filter(machine::likes).toList();
        return choices.isEmpty() ? null : dice.pick(choices);
    }

    private static Build build(long seed, int number, String[] row, String title, Instant start) {
        Instant created = start.minus(Dice.of(seed, "build", number).minutes(400, 200_000));
        UUID id = Dice.id(seed, "build", number);
        int parts = Integer.parseInt(row[3]);
        boolean raw = row[12].equals("raw");
        List<Part> kinds = new ArrayList<>();
        for (int i = 0; i < Math.min(parts, 2); i++) {
            kinds.add(new Part(
                    Dice.id(seed, "part", number, i),
                    Dice.id(seed, "version", number, i),
                    i == 0 ? title : title + " (mirrored)",
                    1 + number % 7,
                    row[1],
                    row[2],
                    row[4],
                    row[5],
                    created));
        }
        return new Build(
                id,
                title,
                row[1],
                row[2],
                parts,
                row[4],
                row[5],
                amount(row[6]),
                amount(row[7]),
                amount(row[8]),
                amount(row[9]),
                raw ? null : Double.valueOf(Double.parseDouble(row[10]) * 60),
                Integer.parseInt(row[11]),
                row[12].equals("scan"),
                created,
                List.copyOf(kinds));
    }

    private static @Nullable Double amount(String cell) {
        return cell.isEmpty() ? null : Double.valueOf(cell);
    }
}
