package io.nordwand.simulator;

import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/** A call of an operation that answers with that status. */
record Sample(
        String operation,
        int status,
        String method,
        String path,
        String type,
        @Nullable String body) {

    static Sample get(String operation, int status, String path) {
        return new Sample(operation, status, "GET", path, "application/json", null);
    }

    static Sample of(String operation, int status, String method, String path, @Nullable String body) {
        return new Sample(operation, status, method, path, "application/json", body);
    }

    HttpResponse<byte[]> send(Browser browser) {
        String sent = body;
        return sent == null || type.equals("application/json")
                ? browser.send(method, path, sent)
                : browser.form(path, type, sent);
    }

    @Override
    public String toString() {
        return operation + " answers " + status;
    }
}
