package io.nordwand.job;

import io.nordwand.farm.record.ReportFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Packs reports into one file while they come, one after the other, so that none is ever held whole. One that can't be
 * had, or not to its end, does not spoil the others: a text in the file says so.
 */
final class Zip {

    private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(packed, StandardCharsets.UTF_8);
    private final List<String> problems = new ArrayList<>();
    private int number;

    private Zip() {}

    /**
     * The file piece by piece, as it is taken.
     *
     * @param problem what to write of a report that failed, where {0} is the name of its file
     */
    static Flux<byte[]> of(Flux<ReportFile> files, String problem) {
        return Flux.defer(() -> {
            Zip zip = new Zip();
            return files.concatMap(file -> zip.file(file, problem), 1).concatWith(Mono.fromCallable(zip::end));
        });
    }

    private Flux<byte[]> file(ReportFile file, String problem) {
        return Flux.defer(() -> {
            number++;
            String name = name(number, file);
            return Mono.fromCallable(() -> begin(name))
                    .concatWith(file.content().map(this::piece))
                    .onErrorResume(failed -> {
                        problems.add(problem.replace("{0}", name));
                        return Mono.empty();
                    })
                    .concatWith(Mono.fromCallable(this::close));
        });
    }

    /** A name of letters, digits and dashes alone, whatever the id looks like. */
    static String name(int number, ReportFile file) {
        String id = file.part().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]", "-");
        String plain = id.substring(0, Math.min(36, id.length()));
        return String.format(Locale.ROOT, "report-%02d-%s.%s", number, plain, file.pdf() ? "pdf" : "bin");
    }

    private byte[] begin(String name) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        return taken();
    }

    private byte[] piece(ByteBuffer buffer) {
        try {
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            zip.write(bytes);
            return taken();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private byte[] close() throws IOException {
        zip.closeEntry();
        return taken();
    }

    private byte[] end() throws IOException {
        if (!problems.isEmpty()) {
            zip.putNextEntry(new ZipEntry("incomplete.txt"));
            zip.write(String.join("\r\n", problems).concat("\r\n").getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        zip.close();
        return taken();
    }

    private byte[] taken() {
        byte[] bytes = packed.toByteArray();
        packed.reset();
        return bytes;
    }
}
