package io.nordwand.dispatch;

import io.nordwand.web.TrayItem;
import io.nordwand.web.TraySource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows on every page what is under way, so that an action outlives the page that it was asked for on. */
@Component
class Tray implements TraySource {

    private final Actions actions;

    Tray(Actions actions) {
        this.actions = actions;
    }

    @Override
    public List<TrayItem> tray() {
        Map<String, TrayItem> items = new LinkedHashMap<>();
        actions.latest()
                .forEach(action -> items.computeIfAbsent(
                        Batches.shared(action) ? action.group() : action.id(),
                        key -> Batches.shared(action) ? batch(action.group()) : item(action)));
        return List.copyOf(items.values());
    }

    private static TrayItem item(Action action) {
        return new TrayItem(
                action.id(),
                action.message(),
                List.of(action.arguments()),
                Answers.address(action.printer()),
                action.stage().kind(),
                action.stage().icon());
    }

    /** What was asked of several printers at once is one thing. */
    private @Nullable TrayItem batch(String group) {
        Batch batch = Batch.of(group, actions.group(group));
        return batch == null
                ? null
                : new TrayItem(
                        group,
                        batch.message(),
                        List.of(batch.done(), batch.all(), batch.uncertain(), batch.title()),
                        Batches.address(group),
                        batch.stage().kind(),
                        batch.stage().icon());
    }
}
