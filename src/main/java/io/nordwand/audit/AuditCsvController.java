package io.nordwand.audit;

import io.nordwand.web.Access;
import io.nordwand.web.Csv;
import io.nordwand.web.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The rows of the page under the same filters, and all older ones, read piece by piece as the browser takes them. */
@RestController
@Access(Role.ADMIN)
class AuditCsvController {

    private static final int PIECE = 500;

    private final AuditReader reader;
    private final AuditCsv csv;
    private final Clock clock;

    AuditCsvController(AuditReader reader, AuditCsv csv, Clock clock) {
        this.reader = reader;
        this.csv = csv;
        this.clock = clock;
    }

    @GetMapping("/audit.csv")
    Mono<Void> csv(@RequestParam MultiValueMap<String, String> params, ServerHttpResponse response) {
        AuditQuery query = AuditQuery.from(params);
        // Read before the head is sent: a database that fails then gives an error page, not half a file.
        return reader.rows(query, 0, PIECE).flatMap(first -> {
            Flux<String> text = Flux.just(AuditCsv.HEAD)
                    .concatWith(
                            Mono.just(first).expand(rows -> next(query, rows)).map(csv::lines));
            String file = "nordwand-audit-" + LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) + ".csv";
            return Csv.send(file, text, response);
        });
    }

    private Mono<List<AuditRow>> next(AuditQuery query, List<AuditRow> rows) {
        return rows.size() < PIECE
                ? Mono.empty()
                : reader.rows(query.before(rows.get(rows.size() - 1).id()), 0, PIECE);
    }
}
