package io.nordwand.eiger.call;

import io.netty.handler.ssl.SslHandshakeTimeoutException;
import io.netty.handler.timeout.ReadTimeoutException;
import java.io.IOException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import reactor.netty.channel.AbortedException;

/** How a request was lost that got no readable answer. */
enum Loss {
    /** The host's name could not be resolved. */
    NAME(true),
    /** No connection came about. */
    CONNECT(true),
    /** No secure connection came about (field note 5). */
    TLS(false),
    /** No answer, or not all of it, came in time. */
    TIMEOUT(false),
    /** The connection broke before an answer. */
    LOST(true),
    /** The connection broke within the answer. */
    CUT(true),
    /** The answer had no content. */
    EMPTY(true),
    /** The answer is larger than we read. */
    LARGE(false),
    /** The answer is not what was agreed. */
    GARBLED(false);

    private final boolean passing;

    Loss(boolean passing) {
        this.passing = passing;
    }

    /** Whether it may be gone at the next try. A timeout is not repeated: it has used up the caller's patience. */
    boolean passing() {
        return passing;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Names the loss.
     *
     * @param unsent whether nothing of the request was sent
     * @param answered whether status and headers of the answer had come
     */
    static Loss of(Throwable error, boolean unsent, boolean answered) {
        if (unsent) {
            return has(error, UnknownHostException.class) ? NAME : isTls(error) ? TLS : CONNECT;
        }
        if (error instanceof UselessAnswerException useless) {
            return useless.isEmpty() ? EMPTY : GARBLED;
        }
        if (has(error, DataBufferLimitException.class)) {
            return LARGE;
        }
        if (has(error, TimeoutException.class) || has(error, ReadTimeoutException.class)) {
            return TIMEOUT;
        }
        boolean broken = has(error, IOException.class) || has(error, AbortedException.class);
        return !broken || garbled(error) ? GARBLED : answered ? CUT : LOST;
    }

    private static boolean isTls(Throwable error) {
        return has(error, SSLException.class) && !has(error, SslHandshakeTimeoutException.class);
    }

    private static boolean garbled(Throwable error) {
        return has(error, org.springframework.core.codec.CodecException.class)
                || has(error, io.netty.handler.codec.CodecException.class);
    }

    private static boolean has(Throwable error, Class<? extends Throwable> kind) {
        return Stream.iterate(error, each -> each != null, Throwable::getCause)
                .limit(20)
                .anyMatch(kind::isInstance);
    }
}
