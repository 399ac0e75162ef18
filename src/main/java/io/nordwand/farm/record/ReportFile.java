package io.nordwand.farm.record;

import java.nio.ByteBuffer;
import reactor.core.publisher.Flux;

/**
 * The file of a report.
 *
 * @param part id of the printed part
 * @param pdf whether it says that it is a PDF
 * @param content its bytes as they come; an error when they can't be had, or not to their end. To be read once
 */
public record ReportFile(String part, boolean pdf, Flux<ByteBuffer> content) {}
