package io.nordwand.simulator.world;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the tables of invented data that come with the program. */
final class Table {

    private Table() {}

    /** The rows of {@code /simulator/NAME.txt}, cells stripped, without comments. */
    static List<String[]> read(String name) {
        InputStream in = Table.class.getResourceAsStream("/simulator/" + name + ".txt");
        if (in == null) {
            throw new IllegalStateException("simulator/" + name + ".txt is not part of this program");
        }
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\\|", -1))
                    .map(Table::stripped)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String[] stripped(String[] cells) {
        String[] result = new String[cells.length];
        for (int i = 0; i < cells.length; i++) {
            result[i] = cells[i].strip();
        }
        return result;
    }
}
