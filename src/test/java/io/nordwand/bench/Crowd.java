package io.nordwand.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * So many browsers that listen to one live stream each. One thread only notes what came when; what it means is worked
 * out afterwards by {@link Heard}, so that the listeners' own work is no part of the times.
 */
final class Crowd implements AutoCloseable {

    /** What one read of a socket gave. */
    record Piece(long at, byte[] bytes) {}

    /** All that one listener got. */
    static final class Ear {
        private final List<Piece> pieces = new ArrayList<>();

        List<Piece> pieces() {
            return pieces;
        }
    }

    private final Selector selector = Selector.open();
    private final List<Ear> ears = new ArrayList<>();
    private final AtomicInteger silent = new AtomicInteger();
    private final Thread listening = new Thread(this::listen, "crowd");
    private volatile boolean over;
    private volatile String failure = "";

    private Crowd() throws IOException {}

    /**
     * Opens the streams, one after the other.
     *
     * @param headers what each of them asks with, lines that end with CRLF
     */
    static Crowd of(int size, int port, String path, String headers) throws IOException {
        Crowd crowd = new Crowd();
        crowd.silent.set(size);
        byte[] request = ("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + headers + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        crowd.listening.setDaemon(true);
        crowd.listening.start();
        for (int i = 0; i < size; i++) {
            SocketChannel channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.write(ByteBuffer.wrap(request));
            channel.configureBlocking(false);
            Ear ear = new Ear();
            crowd.ears.add(ear);
            channel.register(crowd.selector.wakeup(), SelectionKey.OP_READ, ear);
        }
        return crowd;
    }

    private void listen() {
        ByteBuffer buffer = ByteBuffer.allocateDirect(256 * 1024);
        try {
            while (!over) {
                selector.select(100);
                for (SelectionKey key : selector.selectedKeys()) {
                    read(key, buffer);
                }
                selector.selectedKeys().clear();
            }
        } catch (IOException broken) {
            failure = broken.toString();
        }
    }

    private void read(SelectionKey key, ByteBuffer buffer) throws IOException {
        int count = ((SocketChannel) key.channel()).read(buffer.clear());
        long now = System.nanoTime();
        if (count < 0) {
            key.cancel();
            failure = "a stream ended";
            return;
        }
        byte[] bytes = new byte[count];
        buffer.flip().get(bytes);
        Ear ear = (Ear) key.attachment();
        synchronized (ear) {
            if (ear.pieces.isEmpty()) {
                silent.decrementAndGet();
            }
            ear.pieces.add(new Piece(now, bytes));
        }
    }

    /** How many have heard nothing yet. */
    int silent() {
        return silent.get();
    }

    /** Why not all of them listen any more, or blank. */
    String failure() {
        return failure;
    }

    /** Stops to listen, leaving the connections open until {@link #close}. */
    List<Ear> stop() throws InterruptedException {
        over = true;
        selector.wakeup();
        listening.join();
        return ears;
    }

    @Override
    public void close() throws IOException {
        try {
            stop();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }
}
