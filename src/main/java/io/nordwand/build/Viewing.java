package io.nordwand.build;

import io.nordwand.web.Viewer;
import org.springframework.ui.Model;
import reactor.core.publisher.Mono;

/** Who looks, whom the frame puts into the model as a value or as one to come. */
final class Viewing {

    private Viewing() {}

    /** Whether the viewer may work with printers and queues. */
    static Mono<Boolean> acts(Model model) {
        Object viewer = model.getAttribute("viewer");
        Mono<?> coming = viewer instanceof Mono<?> mono ? mono : Mono.justOrEmpty(viewer);
        return coming.ofType(Viewer.class).map(Viewer::isOperator).defaultIfEmpty(false);
    }
}
