package io.nordwand.eiger;

import io.nordwand.eiger.api.JobsApi;
import io.nordwand.eiger.api.PartsApi;
import io.nordwand.eiger.api.ScanReport;
import io.nordwand.eiger.wire.Link;
import io.nordwand.eiger.wire.ReportWire;
import io.nordwand.farm.FarmException;
import io.nordwand.farm.JobId;
import io.nordwand.farm.record.PartReport;
import io.nordwand.farm.record.ReportFile;
import io.nordwand.farm.record.ReportSource;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Inspection reports of Eiger. */
final class EigerReports implements ReportSource {

    private final JobsApi jobs;
    private final PartsApi parts;
    private final ReportFiles files;
    private final Refusals refusals;

    EigerReports(JobsApi jobs, PartsApi parts, ReportFiles files, Refusals refusals) {
        this.jobs = jobs;
        this.parts = parts;
        this.files = files;
        this.refusals = refusals;
    }

    @Override
    public Mono<List<PartReport>> reports(JobId job) {
        return links(job)
                .map(links -> links.entrySet().stream()
                        .map(entry ->
                                new PartReport(entry.getKey(), entry.getValue().isPresent()))
                        .toList());
    }

    @Override
    public Mono<Boolean> order(String part) {
        return Mono.defer(() ->
                        Ids.sendable(part) ? parts.getPrintedPartScanReport(part) : Mono.error(refusals.noSuchId()))
                .map(answer -> ScanReport.link(answer) != null)
                .defaultIfEmpty(false);
    }

    @Override
    public Flux<ReportFile> files(JobId job, Set<String> wanted) {
        return links(job)
                .flatMapIterable(Map::entrySet)
                .filter(entry -> wanted.isEmpty() || wanted.contains(entry.getKey()))
                .filter(entry -> entry.getValue().isPresent())
                .map(entry -> file(entry.getKey(), entry.getValue().orElseThrow()));
    }

    private ReportFile file(String part, Link link) {
        return new ReportFile(
                part,
                isPdf(link),
                files.content(link).onErrorMap(IOException.class, e -> new FarmException(refusals.unreadable())));
    }

    private static boolean isPdf(Link link) {
        return Optional.ofNullable(link.uri())
                .map(uri ->
                        String.valueOf(uri.getPath()).toLowerCase(Locale.ROOT).endsWith(".pdf"))
                .orElse(false);
    }

    /** Links by part, in the order received; of several for one part the one that is there. */
    private Mono<Map<String, Optional<Link>>> links(JobId job) {
        return Mono.defer(() -> Ids.sendable(job.value())
                        ? jobs.getPrintJobPartScanReport(job.value())
                        : Mono.<List<@Nullable ReportWire>>error(refusals.noSuchId()))
                .map(wires -> {
                    Map<String, Optional<Link>> links = new LinkedHashMap<>();
                    for (ReportWire wire : wires) {
                        String part = wire == null ? null : Ids.known(wire.printedPartId());
                        if (wire != null && part != null) {
                            links.merge(
                                    part, Optional.ofNullable(wire.scanReportUrl()), (a, b) -> a.isPresent() ? a : b);
                        }
                    }
                    return links;
                });
    }
}
