package io.nordwand.database;

import io.nordwand.web.Access;
import io.nordwand.web.Role;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.Principal;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Gives administrators a copy of the embedded database; how to put it back is in {@code docs/operations.md}. */
@RestController
@Access(Role.ADMIN)
class BackupController {

    private static final Logger log = LoggerFactory.getLogger(BackupController.class);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss").withZone(ZoneOffset.UTC);

    private final Backups backups;
    private final MessageSource messages;
    private final Clock clock;

    BackupController(Backups backups, MessageSource messages, Clock clock) {
        this.backups = backups;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/admin/backup")
    Mono<Void> backup(Principal person, ServerHttpResponse response) {
        if (!backups.possible()) {
            response.setStatusCode(HttpStatus.CONFLICT);
            response.getHeaders().setContentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8));
            byte[] sentence = (messages.getMessage("database.backup.postgres", null, Locale.ENGLISH) + "\n")
                    .getBytes(StandardCharsets.UTF_8);
            return response.writeWith(
                    Mono.fromSupplier(() -> response.bufferFactory().wrap(sentence)));
        }
        Mono<Path> made = backups.make()
                .onErrorMap(
                        DatabaseException.class,
                        problem -> new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, "No backup", problem));
        return made.publishOn(Schedulers.boundedElastic()).flatMap(file -> {
            log.info("{} takes a backup", person.getName().replaceAll("\\p{Cntrl}", " "));
            return send(file, response);
        });
    }

    private Mono<Void> send(Path file, ServerHttpResponse response) {
        HttpHeaders headers = response.getHeaders();
        headers.setContentType(new MediaType("application", "zip"));
        headers.setContentLength(Backups.size(file));
        headers.setContentDisposition(ContentDisposition.attachment()
                .filename("nordwand-" + STAMP.format(clock.instant()) + ".zip")
                .build());
        return response.writeWith(Flux.defer(() -> backups.content(file, response.bufferFactory())));
    }
}
