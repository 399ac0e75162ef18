package io.nordwand.job;

import io.nordwand.farm.JobId;
import io.nordwand.farm.record.ReportFile;
import io.nordwand.farm.record.ReportSource;
import io.nordwand.web.Access;
import io.nordwand.web.Role;
import java.util.Locale;
import java.util.Set;
import org.reactivestreams.Publisher;
import org.springframework.context.MessageSource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Files of inspection reports, passed through as they come: their links let anybody in and never reach a browser. */
@RestController
@Access(Role.VIEWER)
class ReportFileController {

    private final ReportSource source;
    private final MessageSource messages;

    ReportFileController(ReportSource source, MessageSource messages) {
        this.source = source;
        this.messages = messages;
    }

    /** All reports of a job that are there, in one file. */
    @GetMapping("/jobs/{id}/reports.zip")
    Mono<Void> all(@PathVariable String id, ServerHttpResponse response) {
        JobId job = JobController.job(id);
        String problem = messages.getMessage("job.report.incomplete", null, Locale.ENGLISH);
        // The list is read before the head is sent: an Eiger that can't be asked then gives an error page.
        return source.files(job, Set.of()).collectList().flatMap(files -> {
            if (files.isEmpty()) {
                return Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND));
            }
            Flux<byte[]> zip = Zip.of(Flux.fromIterable(files), problem);
            head(response, "application/zip", "reports-" + plain(id) + ".zip");
            return response.writeAndFlushWith(zip.filter(piece -> piece.length > 0)
                    .map(piece -> Mono.just(response.bufferFactory().wrap(piece))));
        });
    }

    /** One report. */
    @GetMapping("/jobs/{id}/reports/{part}")
    Mono<Void> one(@PathVariable String id, @PathVariable String part, ServerHttpResponse response) {
        return source.files(JobController.job(id), Set.of(part))
                .next()
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)))
                .flatMap(file -> send(file, response));
    }

    private static Mono<Void> send(ReportFile file, ServerHttpResponse response) {
        // Begins before the head is sent: a report that can't be fetched at all then gives an error page.
        Publisher<DataBuffer> bytes = file.content()
                .switchOnFirst((first, all) -> {
                    if (first.hasValue()) {
                        head(
                                response,
                                file.pdf() ? "application/pdf" : "application/octet-stream",
                                "report-" + plain(file.part()) + (file.pdf() ? ".pdf" : ".bin"));
                    }
                    return all;
                })
                .map(piece -> response.bufferFactory().wrap(piece));
        return response.writeWith(bytes);
    }

    private static void head(ServerHttpResponse response, String type, String name) {
        response.getHeaders().setContentType(MediaType.parseMediaType(type));
        response.getHeaders()
                .setContentDisposition(
                        ContentDisposition.attachment().filename(name).build());
    }

    private static String plain(String id) {
        String plain = id.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]", "-");
        return plain.substring(0, Math.min(36, plain.length()));
    }
}
