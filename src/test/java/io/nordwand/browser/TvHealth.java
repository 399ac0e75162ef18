package io.nordwand.browser;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/**
 * What a page holds after its browser collected all garbage.
 *
 * @param heap bytes of JavaScript objects
 * @param nodes nodes of all documents, also of those that no page shows any more
 * @param shown nodes that the page shows
 * @param listeners event listeners
 * @param documents documents
 */
record TvHealth(long heap, long nodes, long shown, long listeners, long documents) {

    private static final String SHOWN = """
            () => {
              let all = 1;
              const walk = document.createTreeWalker(document);
              while (walk.nextNode()) all++;
              return all;
            }""";

    /** Asks Chromium for it. */
    static TvHealth of(Page page, CDPSession chromium) {
        long shown = ((Number) page.evaluate(SHOWN)).longValue();
        // What the browser keeps for its developer tools only: here a line for each try that found no server.
        chromium.send("Runtime.discardConsoleEntries");
        chromium.send("Log.clear");
        // What a first collection finalizes, a second one frees.
        chromium.send("HeapProfiler.collectGarbage");
        chromium.send("HeapProfiler.collectGarbage");
        JsonObject metrics = new JsonObject();
        for (JsonElement each : chromium.send("Performance.getMetrics").getAsJsonArray("metrics")) {
            metrics.add(
                    each.getAsJsonObject().get("name").getAsString(),
                    each.getAsJsonObject().get("value"));
        }
        return new TvHealth(
                metrics.get("JSHeapUsedSize").getAsLong(),
                metrics.get("Nodes").getAsLong(),
                shown,
                metrics.get("JSEventListeners").getAsLong(),
                metrics.get("Documents").getAsLong());
    }

    /** The session that answers, of a page that may load itself anew. */
    static CDPSession session(Page page) {
        CDPSession session = page.context().newCDPSession(page);
        session.send("Performance.enable");
        session.send("Runtime.enable");
        session.send("Log.enable");
        return session;
    }

    /** Nodes that are kept although nobody sees them. */
    long detached() {
        return nodes - shown;
    }

    @Override
    public String toString() {
        return "%5.2f MB, %4d nodes, %3d of them detached, %2d listeners, %d documents"
                .formatted(heap / 1e6, nodes, detached(), listeners, documents);
    }
}
