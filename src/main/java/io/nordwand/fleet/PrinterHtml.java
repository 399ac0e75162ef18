package io.nordwand.fleet;

import io.nordwand.web.Fragments;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A printer page's regions as HTML for the live stream. */
@Component
class PrinterHtml {

    private final Fragments fragments;

    PrinterHtml(Fragments fragments) {
        this.fragments = fragments;
    }

    PrinterRegions regions(PrinterView view) {
        Map<String, Object> model = view.model();
        PrinterPage page = view.page();
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(PrinterRegions.STATE, render("fleet/printer", "chip", model));
        parts.put("results", render("fleet/printer", "outcome", model));
        if (page.presence() == Presence.THERE) {
            parts.put(page.elementId(), render("fleet/hero", "hero", model));
            parts.put("queue-count", render("fleet/queue", "size", model));
            parts.put("queue-list", render("fleet/queue", "entries", model));
            parts.put("queue-age", render("fleet/queue", "age", model));
            parts.put("materials", render("fleet/aside", "materials", model));
            parts.put("maintenance", render("fleet/aside", "maintenance", model));
            parts.put("facts", render("fleet/aside", "facts", model));
        }
        return new PrinterRegions(page.presence(), render("fleet/printer", "whole", model), parts);
    }

    private String render(String template, String fragment, Map<String, Object> model) {
        return fragments.render(template, fragment, model).strip();
    }
}
