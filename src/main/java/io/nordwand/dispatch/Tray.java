package io.nordwand.dispatch;

import io.nordwand.web.TrayItem;
import io.nordwand.web.TraySource;
import java.util.List;
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
        return actions.latest().stream()
                .map(action -> new TrayItem(
                        action.id(),
                        action.message(),
                        List.of(action.arguments()),
                        Batches.address(action),
                        action.stage().kind(),
                        action.stage().icon()))
                .toList();
    }
}
