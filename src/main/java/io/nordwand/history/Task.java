package io.nordwand.history;

import reactor.core.publisher.Mono;

/** Work on a copy that takes several requests. */
interface Task {

    /** Makes the next request and keeps what it gave; emits whether that was the last. */
    Mono<Boolean> next();
}
