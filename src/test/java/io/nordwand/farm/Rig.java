package io.nordwand.farm;

import java.time.Duration;

/** The farm's parts wired as the product wires them, on virtual time and without jitter. */
final class Rig {

    static final Duration INTERVAL = Duration.ofSeconds(15);

    final VirtualTime time = new VirtualTime();
    final FakeSource source = new FakeSource(time);
    final PollProperties poll = new PollProperties(INTERVAL, Duration.ofMinutes(5), Duration.ofMinutes(2));
    final FarmStore store = new FarmStore(new Observation(INTERVAL.multipliedBy(3)), time, time.scheduler());
    final QueueNeeds needs = new QueueNeeds(poll, time);
    final Readings readings = new Readings(source, store, needs, time, time.scheduler());
    final Farms farms = new LiveFarms(store, readings);
    final QueueReader queues = new QueueReader(needs, readings, time, time.scheduler());
    final FarmPoller poller =
            new FarmPoller(source, store, needs, queues, poll, new Backoff(poll, () -> 0), time, time.scheduler());

    /** The printer of that id as it is shown now. */
    Printer shown(String id) {
        return store.current().printer(new PrinterId(id)).orElseThrow();
    }
}
