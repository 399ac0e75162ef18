package io.nordwand.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Passes bytes between a browser and the program, and can stop: connections stay open and new ones are taken, but nothing
 * comes, as from a server that hangs; or be cut: connections end, and new ones are ended at once.
 */
final class Relay implements AutoCloseable {

    private final ServerSocket entrance;
    private final int program;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private boolean frozen;
    private volatile boolean cut;

    private Relay(ServerSocket entrance, int program) {
        this.entrance = entrance;
        this.program = program;
    }

    /** A relay to the program on that port of this machine. */
    static Relay to(int program) throws IOException {
        Relay relay = new Relay(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), program);
        relay.inBackground(relay::receive);
        return relay;
    }

    /** Address of a path through the relay. */
    String url(String path) {
        return "http://localhost:" + entrance.getLocalPort() + path;
    }

    synchronized void freeze() {
        frozen = true;
    }

    synchronized void thaw() {
        frozen = false;
        notifyAll();
    }

    /** Ends all connections and takes no more. */
    void cut() {
        cut = true;
        open.forEach(Relay::reset);
    }

    void mend() {
        cut = false;
    }

    private void receive() throws IOException {
        while (true) {
            Socket browser = entrance.accept();
            try {
                connect(browser);
            } catch (IOException notThere) {
                reset(browser);
            }
        }
    }

    private void connect(Socket browser) throws IOException {
        if (cut) {
            throw new IOException("cut");
        }
        Socket server = new Socket(InetAddress.getLoopbackAddress(), program);
        open.add(browser);
        open.add(server);
        inBackground(() -> pass(browser, server));
        inBackground(() -> pass(server, browser));
    }

    private static void reset(Socket socket) {
        try (socket) {
            socket.setSoLinger(true, 0);
        } catch (IOException closed) {
            // That was what was wanted.
        }
    }

    private void pass(Socket from, Socket to) throws IOException {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] bytes = new byte[8192];
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                awaitThaw();
                out.write(bytes, 0, read);
            }
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private synchronized void awaitThaw() {
        while (frozen) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void inBackground(Passing passing) {
        Thread thread = new Thread(() -> {
            try {
                passing.run();
            } catch (IOException e) {
                // One side has hung up.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        thaw();
        try {
            entrance.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Passing {
        void run() throws IOException;
    }
}
