package io.nordwand.fleet;

import io.nordwand.dispatch.Action;
import io.nordwand.dispatch.Forms;
import io.nordwand.farm.Printer;
import io.nordwand.web.Viewer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one person sees of one printer.
 *
 * @param page the printer's page
 * @param printer the printer itself, for the forms about it; null when it is not there
 * @param actions running and recent actions there
 * @param forms hidden fields of this session's forms
 * @param viewer who looks, or null
 */
record PrinterView(
        PrinterPage page,
        @Nullable Printer printer,
        List<Action> actions,
        Forms forms,
        @Nullable Viewer viewer) {

    /** Tells whether another view shows the same; times of reading apart. */
    String revision() {
        return Integer.toHexString(Objects.hash(page, actions, forms.actionId()));
    }

    /** What the templates read. */
    Map<String, Object> model() {
        Map<String, Object> model = new HashMap<>();
        model.put("page", page);
        model.put("actions", actions);
        model.put("forms", forms);
        if (printer != null) {
            model.put("printer", printer);
        }
        if (viewer != null) {
            model.put("viewer", viewer);
        }
        return model;
    }

    PrinterView with(Forms other) {
        return new PrinterView(page, printer, actions, other, viewer);
    }
}
