package io.nordwand.simulator.api;

import io.nordwand.simulator.world.Timeline;
import io.nordwand.simulator.world.Upload;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The files behind signed links, served the way a storage service does: by the link alone, without keys. */
final class Files {

    private static final String DENIED = "<?xml version=\"1.0\"?><Error><Code>AccessDenied</Code></Error>";
    private static final String REPORT = """
            %PDF-1.1
            1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
            2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
            3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
            trailer<</Root 1 0 R>>
            %%EOF
            """;

    private final Timeline timeline;

    Files(Timeline timeline) {
        this.timeline = timeline;
    }

    Answer serve(Request request, Links links) {
        if (request.authorization() != null) {
            // A storage service takes the signature or the header, never both; this also shows keys that leak.
            return Answer.text(400, "application/xml", DENIED);
        }
        if (!links.good(request.path(), new Query(request.query()))) {
            return Answer.text(403, "application/xml", DENIED);
        }
        String name = request.path().substring(request.path().lastIndexOf('/') + 1);
        if (request.path().startsWith("/files/previews/")) {
            return file("image/webp", picture(name));
        }
        if (request.path().startsWith("/files/reports/")) {
            return file("application/pdf", REPORT.getBytes(StandardCharsets.US_ASCII));
        }
        return file("model/stl", stl(name.replace(".stl", "")));
    }

    private static Answer file(String type, byte @Nullable [] bytes) {
        return bytes == null
                ? Answer.text(404, "application/xml", "<?xml version=\"1.0\"?><Error><Code>NoSuchKey</Code></Error>")
                : new Answer(200, Map.of(), type, bytes);
    }

    private byte[] stl(String version) {
        return timeline.world().uploads().stream()
                .filter(upload -> upload.part().version().toString().equals(version))
                .findFirst()
                .map(Upload::stl)
                .orElseGet(Stl::sample);
    }

    private static byte @Nullable [] picture(String name) {
        try (InputStream in = Files.class.getResourceAsStream("/simulator/previews/" + name)) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
