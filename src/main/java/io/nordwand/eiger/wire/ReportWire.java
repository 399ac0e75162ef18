package io.nordwand.eiger.wire;

import org.jspecify.annotations.Nullable;

/** One inspection report; the link is null while there is none. The single report's answer has no part id. */
public record ReportWire(
        @Nullable String printedPartId, @Nullable Link scanReportUrl) {}
