package io.nordwand.build;

import io.nordwand.build.Previews.Picture;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.Preview;
import io.nordwand.web.Access;
import io.nordwand.web.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/**
 * Serves pictures of builds from our own host, since Eiger's links hold a token and die within an hour. Whatever goes
 * wrong, the answer is a picture: a neutral one, kept for a short time.
 */
@Controller
@Access(Role.VIEWER)
class PreviewController {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,80}");
    private static final Duration PATIENCE = Duration.ofSeconds(45);
    private static final Duration SHORT = Duration.ofMinutes(1);

    private final Previews previews;
    private final byte[] placeholder;

    PreviewController(Previews previews) {
        this.previews = previews;
        try {
            this.placeholder = new ClassPathResource("build/placeholder.svg").getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GetMapping("/builds/{id}/preview")
    Mono<ResponseEntity<byte[]>> preview(@PathVariable String id) {
        if (!ID.matcher(id).matches()) {
            return Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND));
        }
        return previews.of(new BuildId(id))
                .timeout(PATIENCE, Mono.just(Picture.FAILED))
                .map(this::answer);
    }

    private ResponseEntity<byte[]> answer(Picture picture) {
        Preview preview = picture.preview();
        Duration age = preview != null || picture.keep().compareTo(SHORT) < 0 ? picture.keep() : SHORT;
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(preview == null ? "image/svg+xml" : preview.mediaType()))
                .cacheControl(CacheControl.maxAge(age).cachePrivate())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .body(preview == null ? placeholder : preview.bytes());
    }
}
