package io.nordwand.simulator;

import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import io.nordwand.farm.EigerAccess;
import io.nordwand.simulator.api.Api;
import io.nordwand.simulator.world.Timeline;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** A running simulated organization. Outside Spring: start it, ask it at {@link #access()}, close it. */
public final class SimulatedEiger implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(SimulatedEiger.class);
    private static final String HOST = "127.0.0.1";

    private final DisposableServer server;
    private final ChannelGroup connections;
    private final EigerAccess access;
    private final Simulation simulation;
    private final Faults faults;

    private SimulatedEiger(
            DisposableServer server,
            ChannelGroup connections,
            EigerAccess access,
            Simulation simulation,
            Faults faults) {
        this.server = server;
        this.connections = connections;
        this.access = access;
        this.simulation = simulation;
        this.faults = faults;
    }

    /** Starts one on the loopback interface, open to random keys only. */
    public static SimulatedEiger start(SimulatorProperties properties, Clock clock) {
        Timeline timeline = new Timeline(properties.seed(), properties.printers(), properties.speed(), clock);
        String accessKey = key();
        String secretKey = key();
        Simulation simulation = new Simulation(timeline);
        simulation.peopleAtWork(properties.peopleAtWork());
        Faults faults = new Faults();
        Exchange exchange = new Exchange(new Api(timeline, accessKey, secretKey), simulation, faults);
        ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
        DisposableServer server = HttpServer.create()
                .channelGroup(connections)
                .host(HOST)
                .port(properties.port())
                .handle(exchange)
                .bindNow();
        URI base = URI.create("http://" + HOST + ":" + server.port() + Api.BASE);
        log.info("A simulated farm of {} printers answers at {}", properties.printers(), base);
        return new SimulatedEiger(
                server, connections, new EigerAccess(base, accessKey, secretKey, true), simulation, faults);
    }

    /** Where it is and with which keys it is asked. */
    public EigerAccess access() {
        return access;
    }

    /** What happens in it. */
    public Simulation simulation() {
        return simulation;
    }

    /** What goes wrong with calls. */
    public Faults faults() {
        return faults;
    }

    @Override
    public void close() {
        // Connections that clients keep open would be served for ever.
        connections.close().awaitUninterruptibly(Duration.ofSeconds(2).toMillis());
        server.disposeNow(Duration.ofSeconds(2));
    }

    private static String key() {
        byte[] bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
