package io.nordwand.bench;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An nginx of one worker that serves a folder, if this machine has one. */
final class Nginx implements AutoCloseable {

    private final Process process;
    private final int port;

    private Nginx(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static Optional<Path> program() {
        return Stream.of("/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/bin/nginx", "/opt/homebrew/bin/nginx")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Serves {@code folder}: what ends with {@code .gz} as it lies there, said to be gzip; the rest compressed anew for
     * each request.
     *
     * @param before what comes before its command, for example taskset
     */
    static Nginx start(Path program, Path folder, List<String> before) throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Path settings = folder.resolve("nginx.conf");
        Files.writeString(settings, """
                daemon off;
                master_process off;
                worker_processes 1;
                pid %1$s/nginx.pid;
                error_log %1$s/error.log;
                events { worker_connections 1024; }
                http {
                  access_log off;
                  keepalive_requests 10000000;
                  sendfile on;
                  tcp_nopush on;
                  open_file_cache max=100;
                  types { text/html html; }
                  default_type text/html;
                  client_body_temp_path %1$s; proxy_temp_path %1$s; fastcgi_temp_path %1$s;
                  uwsgi_temp_path %1$s; scgi_temp_path %1$s;
                  server {
                    listen 127.0.0.1:%2$d;
                    root %1$s;
                    gzip on;
                    location ~ \\.gz$ { gzip off; add_header Content-Encoding gzip; }
                  }
                }
                """.formatted(folder, port));
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(program.toString(), "-p", folder.toString(), "-c", settings.toString()));
        Process process = new ProcessBuilder(command).inheritIO().start();
        while (!answers(port)) {
            if (!process.isAlive()) {
                throw new IOException("nginx did not start");
            }
        }
        return new Nginx(process, port);
    }

    private static boolean answers(int port) throws IOException {
        try (Socket open = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return open.isConnected();
        } catch (ConnectException notYet) {
            return false;
        }
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroy();
    }
}
