package io.nordwand.eiger;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Gives every request the same answer, leaves connections open, and counts them. */
final class KeepAliveServer implements AutoCloseable {

    private final ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger connections = new AtomicInteger();
    private final byte[] answer;

    KeepAliveServer(String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        this.answer = ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length
                        + "\r\n\r\n" + json)
                .getBytes(StandardCharsets.UTF_8);
        threads.execute(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    int connections() {
        return connections.get();
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = socket.accept();
                connections.incrementAndGet();
                threads.execute(() -> serve(connection));
            }
        } catch (IOException e) {
            // Closed: the test is over.
        }
    }

    private void serve(Socket connection) {
        try (connection;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
                OutputStream out = connection.getOutputStream()) {
            String line = in.readLine();
            while (line != null) {
                int length = 0;
                while (line != null && !line.isEmpty()) {
                    String header = line.toLowerCase(Locale.ROOT);
                    length = header.startsWith("content-length:")
                            ? Integer.parseInt(header.substring(15).strip())
                            : length;
                    line = in.readLine();
                }
                for (int i = 0; i < length; i++) {
                    in.read();
                }
                out.write(answer);
                out.flush();
                line = in.readLine();
            }
        } catch (IOException e) {
            // The client closed.
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        threads.shutdownNow();
    }
}
