package io.nordwand.farm.record;

import io.nordwand.farm.BuildId;
import reactor.core.publisher.Mono;

/** Port: reads what a build is made of. Every failure is a {@link io.nordwand.farm.FarmException}. */
@FunctionalInterface
public interface BuildDetailSource {

    /** One build with its parts and their places, read afresh (readBuild). */
    Mono<BuildDetail> detail(BuildId build);
}
