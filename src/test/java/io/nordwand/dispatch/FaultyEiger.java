package io.nordwand.dispatch;

import io.nordwand.farm.Build;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.EntryId;
import io.nordwand.farm.Farm;
import io.nordwand.farm.FarmCommands;
import io.nordwand.farm.FarmException;
import io.nordwand.farm.FarmFixtures;
import io.nordwand.farm.FarmSource;
import io.nordwand.farm.Farms;
import io.nordwand.farm.JobId;
import io.nordwand.farm.Preview;
import io.nordwand.farm.PrintJob;
import io.nordwand.farm.Printer;
import io.nordwand.farm.PrinterId;
import io.nordwand.farm.PrinterReport;
import io.nordwand.farm.QueueReading;
import io.nordwand.farm.Trouble;
import io.nordwand.simulator.world.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The way to the simulated shop, on which anything can go wrong; what has taken effect is noted with the deed. */
final class FaultyEiger implements FarmSource, FarmCommands, Farms {

    private static final Trouble LOST = new Trouble.OutcomeUnknown("The answer was lost.", null);

    private final SimulatedShop shop;
    private final Deeds deeds;
    private final Fuse fuse;
    private final Random random;
    private final boolean faults;

    FaultyEiger(SimulatedShop shop, Deeds deeds, Fuse fuse, Random random, boolean faults) {
        this.shop = shop;
        this.deeds = deeds;
        this.fuse = fuse;
        this.random = random;
        this.faults = faults;
    }

    @Override
    public Mono<EntryId> append(PrinterId printer, BuildId build) {
        return fuse.guard(() -> write(deeds.called("append", printer, build, null), () -> shop.append(printer, build)));
    }

    @Override
    public Mono<Void> remove(PrinterId printer, EntryId entry) {
        return fuse.guard(() -> write(deeds.called("remove", printer, null, entry), () -> {
                    shop.remove(printer, entry);
                    return entry;
                })
                .then());
    }

    @Override
    public Mono<JobId> print(PrinterId printer, BuildId build) {
        return fuse.guard(() -> write(deeds.called("print", printer, build, null), () -> shop.print(printer, build)));
    }

    private <T> Mono<T> write(Deeds.Entry deed, Supplier<T> effect) {
        int luck = faults ? random.nextInt(100) : 0;
        if (luck < 55) {
            return Mono.defer(() -> answer(deed, effect));
        }
        if (luck < 65) {
            return Mono.defer(() -> answer(deed, effect)).then(fails(LOST));
        }
        if (luck < 73) {
            return fails(LOST);
        }
        if (luck < 78) {
            shop.later(Duration.ofMillis(500 + random.nextInt(90_000)), () -> attempt(deed, effect));
            return fails(LOST);
        }
        if (luck < 82) {
            return fails(new Trouble.Conflict("The printer is busy.", "ref-409"));
        }
        if (luck < 86) {
            return fails(new Trouble.NotFound("Not found.", "ref-404"));
        }
        if (luck < 90) {
            return Mono.defer(() -> answer(deed, effect)).delayElement(seconds(80));
        }
        if (luck < 93) {
            attempt(deed, effect);
            return Mono.never();
        }
        if (luck < 97) {
            attempt(deed, effect);
            return fails(new Trouble.Unreadable("A page of a proxy.", null));
        }
        if (luck < 99) {
            return fails(new Trouble.RateLimited("Slow down.", null, null));
        }
        attempt(deed, effect);
        return Mono.error(new IllegalStateException("a fault of our own"));
    }

    private <T> Mono<T> answer(Deeds.Entry deed, Supplier<T> effect) {
        try {
            return Mono.just(done(deed, effect));
        } catch (Refusal refusal) {
            String sentence = String.valueOf(refusal.getMessage());
            return fails(
                    switch (refusal.kind()) {
                        case MISSING -> new Trouble.NotFound(sentence, null);
                        case UNFIT -> new Trouble.Rejected(sentence, null);
                        case BUSY -> new Trouble.Conflict(sentence, null);
                    });
        }
    }

    private static <T> T done(Deeds.Entry deed, Supplier<T> effect) {
        T made = effect.get();
        deed.effects++;
        deed.made = String.valueOf(made);
        return made;
    }

    /** Eiger does it if it can; nobody gets the answer. */
    private static <T> void attempt(Deeds.Entry deed, Supplier<T> effect) {
        try {
            done(deed, effect);
        } catch (Refusal refusal) {
            deed.made = null;
        }
    }

    private static <T> Mono<T> fails(Trouble trouble) {
        return Mono.error(new FarmException(trouble));
    }

    private Duration seconds(int most) {
        return Duration.ofSeconds(1 + random.nextInt(most));
    }

    private <T> Mono<T> read(Supplier<T> reading) {
        return fuse.guard(() -> {
            int luck = faults ? random.nextInt(100) : 0;
            if (luck < 88) {
                return Mono.fromSupplier(reading);
            }
            if (luck < 94) {
                return fails(new Trouble.Unavailable("Eiger is out of order.", null));
            }
            return luck < 98 ? Mono.fromSupplier(reading).delaySubscription(seconds(40)) : Mono.never();
        });
    }

    @Override
    public Mono<QueueReading> refresh(PrinterId printer) {
        return read(() -> shop.reading(printer));
    }

    @Override
    public Mono<Build> build(BuildId build) {
        return read(() -> shop.build(build));
    }

    @Override
    public Mono<List<PrintJob>> jobs(PrinterId printer, Instant since) {
        return read(() -> shop.jobs(printer, since));
    }

    @Override
    public Farm current() {
        return FarmFixtures.farm(shop.printers.stream().map(shop::printer).toArray(Printer[]::new));
    }

    @Override
    public Flux<Farm> updates() {
        return Flux.never();
    }

    @Override
    public Mono<QueueReading> queue(PrinterId printer) {
        throw new UnsupportedOperationException("actions read through the farm");
    }

    @Override
    public Mono<List<PrinterReport>> printers() {
        throw new UnsupportedOperationException("actions do not read all printers");
    }

    @Override
    public Mono<PrinterReport> printer(PrinterId printer) {
        throw new UnsupportedOperationException("actions read printer and queue together");
    }

    @Override
    public Mono<List<Build>> builds() {
        throw new UnsupportedOperationException("actions read single builds");
    }

    @Override
    public Mono<Preview> preview(BuildId build) {
        throw new UnsupportedOperationException("pictures are no action");
    }
}
