package io.nordwand.simulator;

import io.netty.handler.codec.http.multipart.Attribute;
import io.netty.handler.codec.http.multipart.FileUpload;
import io.netty.handler.codec.http.multipart.HttpData;
import io.nordwand.simulator.api.Body;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;

/** Reads forms, with or without a file, into a body. */
final class Forms {

    private static final long MOST_BYTES = 64L << 20;

    private final Map<String, List<String>> fields = new HashMap<>();
    private byte @Nullable [] file;

    private Forms() {}

    static Mono<Body> read(HttpServerRequest in) {
        return in.receiveForm(spec -> spec.maxInMemorySize(-1).maxSize(MOST_BYTES))
                .collect(Forms::new, Forms::add)
                .map(form -> new Body(Map.copyOf(form.fields), form.file, true))
                .onErrorReturn(new Body(Map.of(), null, false));
    }

    private void add(HttpData data) {
        try {
            if (data instanceof FileUpload upload && upload.getName().equals("stlFile")) {
                file = upload.get();
            } else if (data instanceof Attribute attribute) {
                fields.computeIfAbsent(attribute.getName(), name -> new ArrayList<>())
                        .add(attribute.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
