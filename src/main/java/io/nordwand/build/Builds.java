package io.nordwand.build;

import io.nordwand.farm.Build;
import java.util.List;
import reactor.core.publisher.Mono;

/** The builds of the organization, from a cache that is a few minutes old at most. */
public interface Builds {

    /** All builds, newest first. Errors are {@link io.nordwand.farm.FarmException}. */
    Mono<List<Build>> all();
}
