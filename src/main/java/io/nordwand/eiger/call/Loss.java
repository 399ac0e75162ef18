package io.nordwand.eiger.call;

import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.ssl.SslHandshakeTimeoutException;
import io.netty.handler.timeout.ReadTimeoutException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import reactor.netty.channel.AbortedException;

/** How a request was lost that got no readable answer. */
enum Loss {
    /** The host's name could not be resolved. */
    NAME(true, true),
    /** No connection came about. */
    CONNECT(true, true),
    /** No secure connection came about (field note 5). */
    TLS(true, false),
    /** No answer, or not all of it, came in time. */
    TIMEOUT(false, false),
    /** The connection broke before an answer. */
    LOST(false, true),
    /** The connection broke within the answer. */
    CUT(false, true),
    /** The answer had no content. */
    EMPTY(false, true),
    /** The answer is larger than we read. */
    LARGE(false, false),
    /** The answer is not what was agreed. */
    GARBLED(false, false);

    private static final List<Class<? extends Throwable>> TIMEOUTS =
            List.of(TimeoutException.class, ReadTimeoutException.class);
    private static final List<Class<? extends Throwable>> UNCONNECTED = List.of(
            ConnectTimeoutException.class,
            SslHandshakeTimeoutException.class,
            ConnectException.class,
            NoRouteToHostException.class,
            UnresolvedAddressException.class);

    private final boolean unsent;
    private final boolean passing;

    Loss(boolean unsent, boolean passing) {
        this.unsent = unsent;
        this.passing = passing;
    }

    /** Whether it is certain that nothing of the request was sent. */
    boolean unsent() {
        return unsent;
    }

    /** Whether it may be gone at the next try. A timeout is not repeated: it has used up the caller's patience. */
    boolean passing() {
        return passing;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Unsent is told only on double evidence: the transport had not begun to send, and the error is one of making a
     * connection.
     */
    static Loss of(Progress progress, Throwable error) {
        if (error instanceof UselessAnswerException useless) {
            return useless.isEmpty() ? EMPTY : GARBLED;
        }
        if (has(error, DataBufferLimitException.class)) {
            return LARGE;
        }
        if (!progress.isSending() && !progress.isAnswered()) {
            if (has(error, UnknownHostException.class)) {
                return NAME;
            }
            if (UNCONNECTED.stream().anyMatch(kind -> has(error, kind))) {
                return CONNECT;
            }
            if (has(error, SSLException.class)) {
                return TLS;
            }
        }
        if (TIMEOUTS.stream().anyMatch(kind -> has(error, kind))) {
            return TIMEOUT;
        }
        boolean broken = has(error, IOException.class) || has(error, AbortedException.class);
        if (progress.isAnswered()) {
            return broken && !garbled(error) ? CUT : GARBLED;
        }
        return broken ? LOST : GARBLED;
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
