package io.nordwand.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Browsers that ask for one page again and again over connections that stay open, each as soon as it has the page. One
 * thread; it looks at no more of an answer than where it ends.
 */
final class Load {

    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)");
    private static final int TAIL = 5;

    /** What came of it: pages, time, bytes of one answer, and how long each took in nanoseconds, in order. */
    record Result(int pages, Duration took, int bytes, List<Long> times) {
        double perSecond() {
            return pages / (took.toNanos() / 1e9);
        }

        double millis(double share) {
            return times.get((int) (share * (times.size() - 1))) / 1e6;
        }
    }

    /** One connection. */
    private static final class Client {
        private final SocketChannel channel;
        private final byte[] tail = new byte[TAIL];
        private final StringBuilder head = new StringBuilder();
        private long asked;
        private long expected;
        private int got;

        private Client(SocketChannel channel) {
            this.channel = channel;
        }
    }

    private final ByteBuffer buffer = ByteBuffer.allocateDirect(256 * 1024);
    private final byte[] request;
    private final List<Long> times = new ArrayList<>();
    private int bytes;

    private Load(byte[] request) {
        this.request = request;
    }

    static Result of(int connections, Duration span, int port, String path, String headers) throws IOException {
        byte[] request = ("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + headers + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        return new Load(request).run(connections, span, port);
    }

    private Result run(int connections, Duration span, int port) throws IOException {
        try (Selector selector = Selector.open()) {
            for (int i = 0; i < connections; i++) {
                SocketChannel channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
                channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
                channel.configureBlocking(false);
                Client client = new Client(channel);
                channel.register(selector, SelectionKey.OP_READ, client);
                ask(client);
            }
            long began = System.nanoTime();
            while (System.nanoTime() - began < span.toNanos()) {
                selector.select(100);
                for (SelectionKey key : selector.selectedKeys()) {
                    read((Client) key.attachment());
                }
                selector.selectedKeys().clear();
            }
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
            Collections.sort(times);
            return new Result(times.size(), took, bytes, times);
        }
    }

    private void ask(Client client) throws IOException {
        client.got = 0;
        client.expected = 0;
        client.head.setLength(0);
        client.asked = System.nanoTime();
        client.channel.write(ByteBuffer.wrap(request));
    }

    private void read(Client client) throws IOException {
        int count = client.channel.read(buffer.clear());
        if (count < 0) {
            throw new IOException("A page ended too early: " + client.head);
        }
        buffer.flip();
        if (client.expected == 0) {
            head(client, count);
        }
        client.got += count;
        tail(client, count);
        if (client.expected > 0 ? client.got >= client.expected : ends(client)) {
            times.add(System.nanoTime() - client.asked);
            bytes = client.got;
            ask(client);
        }
    }

    private void head(Client client, int count) {
        byte[] start = new byte[Math.min(count, 4096)];
        buffer.get(0, start);
        client.head.append(new String(start, StandardCharsets.ISO_8859_1));
        int end = client.head.indexOf("\r\n\r\n");
        if (end < 0) {
            return;
        }
        if (!client.head.toString().startsWith("HTTP/1.1 200")) {
            throw new IllegalStateException(client.head.substring(0, end));
        }
        Matcher length = LENGTH.matcher(client.head).region(0, end);
        client.expected = length.find() ? end + 4 + Long.parseLong(length.group(1)) : -1;
    }

    private void tail(Client client, int count) {
        int keep = Math.min(count, TAIL);
        System.arraycopy(client.tail, keep, client.tail, 0, TAIL - keep);
        buffer.get(count - keep, client.tail, TAIL - keep, keep);
    }

    /** Whether the last chunk came. */
    private static boolean ends(Client client) {
        return client.expected < 0
                && client.tail[0] == '0'
                && client.tail[1] == '\r'
                && client.tail[2] == '\n'
                && client.tail[3] == '\r'
                && client.tail[4] == '\n';
    }
}
