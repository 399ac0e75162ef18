package io.nordwand.eiger.api;

import io.nordwand.eiger.wire.Link;
import io.nordwand.eiger.wire.ReportWire;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** Reads the answer of getPrintedPartScanReport, whose description hangs the link on a header (field note 56). */
public final class ScanReport {

    private ScanReport() {}

    /** The link from the body, else from the Location header, else null: the report is not ready. */
    public static @Nullable Link link(ResponseEntity<ReportWire> answer) {
        ReportWire body = answer.getBody();
        if (body != null && body.scanReportUrl() != null) {
            return body.scanReportUrl();
        }
        String location = answer.getHeaders().getFirst(HttpHeaders.LOCATION);
        if (location == null) {
            return null;
        }
        Link link = new Link(location);
        return link.uri() == null ? null : link;
    }
}
