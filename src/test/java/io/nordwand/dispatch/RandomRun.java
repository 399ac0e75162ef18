package io.nordwand.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.audit.Actor;
import io.nordwand.audit.TestAudit;
import io.nordwand.database.Database;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.EntryId;
import io.nordwand.farm.Printer;
import io.nordwand.farm.PrinterId;
import io.nordwand.simulator.world.Happening;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Some people at work for a while, on a farm where anything goes wrong and the program may end at any moment. */
final class RandomRun implements AutoCloseable {

    private static final List<String> PEOPLE = List.of("lena", "marco", "anna");
    private static final Actor ADMIN = new Actor("admin", "admin", "10.0.0.1");

    private final Database database;
    private final Random random;
    private final SimulatedTime time;
    final SimulatedShop shop;
    final Deeds deeds = new Deeds();
    final List<List<Intent>> asked = new ArrayList<>();
    final Map<String, Action> granted = new HashMap<>();
    final Set<EntryId> takenByOthers = new HashSet<>();
    private Fuse fuse;
    Program program;
    int restarts;
    int wentOn;

    RandomRun(Database database, long seed, Instant begin) {
        this.database = database;
        database.now(jdbc -> jdbc.sql("delete from setting").update());
        this.random = new Random(seed);
        this.time = new SimulatedTime(begin);
        this.shop = new SimulatedShop(time);
        this.fuse = new Fuse(random, 20 + random.nextInt(150));
        this.program = program(true);
    }

    private Program program(boolean faults) {
        Mortal books = new Mortal(new StoredJournal(database, time), TestAudit.in(database, time), fuse, deeds);
        FaultyEiger eiger = new FaultyEiger(shop, deeds, fuse, random, faults);
        return new Program(eiger, books, books, database, time).started();
    }

    void work() {
        int acts = 4 + random.nextInt(10);
        for (int i = 0; i < acts; i++) {
            act();
            pass(Duration.ofMillis(random.nextInt(random.nextBoolean() ? 300 : 30_000)));
        }
        for (int i = 0; i < 90 && !program.actions.open().isEmpty(); i++) {
            pass(Duration.ofSeconds(20));
        }
        pass(Duration.ofSeconds(20));
    }

    private void pass(Duration span) {
        shop.pass(span);
        if (fuse.dead()) {
            restart(restarts < 3 ? 5 + random.nextInt(120) : Integer.MAX_VALUE, true);
        }
    }

    /** The end of the program, and its next start on the same data. */
    void restart(int fuseLength, boolean faults) {
        restarts++;
        time.forgetAllPlans();
        fuse = new Fuse(random, fuseLength);
        program = program(faults);
    }

    private void act() {
        PrinterId printer = pick(shop.printers);
        BuildId build = pick(shop.builds);
        List<EntryId> queue = shop.queue(printer);
        switch (random.nextInt(15)) {
            case 0, 1, 2 -> ask(intent(Operation.ADD, printer, build, List.of()));
            case 3, 4 -> onEntry(queue, entry -> ask(intent(Operation.REMOVE, printer, null, List.of(entry))));
            case 5 -> onEntry(queue, entry -> ask(intent(Operation.CLEAR, printer, null, queue)));
            case 6 -> ask(intent(Operation.PRINT, printer, build, List.of()));
            case 7 ->
                onEntry(queue, entry -> ask(intent(Operation.PRINT, printer, buildOf(printer, entry), List.of(entry))));
            case 8 -> send(build);
            case 9 -> withdraw(printer, build);
            case 10 -> onEntry(queue, entry -> move(printer, queue));
            case 11 -> onEntry(queue, entry -> reorder(printer, queue));
            case 12 -> again();
            case 13 -> goOn();
            default -> life(printer, build, queue);
        }
    }

    /** Other people, machines, and an administrator. */
    private void life(PrinterId printer, BuildId build, List<EntryId> queue) {
        switch (random.nextInt(6)) {
            case 0 -> shop.foreign.add(shop.append(printer, build));
            case 1 ->
                onEntry(queue, entry -> {
                    shop.remove(printer, entry);
                    takenByOthers.add(entry);
                });
            case 2 -> shop.happen(printer, pick(List.of(Happening.DEAF, Happening.REFUSING, Happening.WILLING)));
            case 3 -> shop.happen(printer, Happening.READY);
            case 4 -> program.writes.stop(ADMIN, "a check").subscribe();
            default -> program.writes.allow(ADMIN).subscribe(nothing -> {}, problem -> {});
        }
        if (random.nextInt(3) > 0) {
            program.writes.allow(ADMIN).subscribe(nothing -> {}, problem -> {});
        }
    }

    private void onEntry(List<EntryId> queue, java.util.function.Consumer<EntryId> act) {
        if (!queue.isEmpty()) {
            act.accept(pick(queue));
        }
    }

    private BuildId buildOf(PrinterId printer, EntryId entry) {
        return shop.waiting(printer).stream()
                .filter(each -> each.id().toString().equals(entry.value()))
                .map(each -> new BuildId(each.build().id().toString()))
                .findFirst()
                .orElseThrow();
    }

    private Intent intent(Operation operation, PrinterId printer, @Nullable BuildId build, List<EntryId> entries) {
        String person = pick(PEOPLE);
        return Intent.of(
                "session of " + person,
                program.tickets.current("session of " + person, Tickets.at(printer)),
                new Actor(person, "operator", "10.0.0.7"),
                operation,
                printer,
                build,
                entries);
    }

    private void send(BuildId build) {
        String person = pick(PEOPLE);
        String session = "session of " + person;
        List<PrinterId> printers = shop.printers.subList(0, 1 + random.nextInt(3));
        String place = "build " + build;
        String ticket = program.tickets.current(session, place);
        int copies = 1 + random.nextInt(3);
        ask(printers.stream()
                .map(printer -> Intent.of(
                                session,
                                ticket,
                                new Actor(person, "operator", "10.0.0.7"),
                                Operation.SEND,
                                printer,
                                build,
                                List.of())
                        .at(place)
                        .with(
                                IntStream.range(0, copies)
                                        .mapToObj(i -> Step.append(printer, build, "a build", null))
                                        .toList(),
                                Map.of()))
                .toList());
    }

    private void withdraw(PrinterId printer, BuildId build) {
        List<EntryId> entries = shop.queue(printer).stream()
                .filter(entry -> buildOf(printer, entry).equals(build))
                .toList();
        if (!entries.isEmpty()) {
            ask(intent(Operation.WITHDRAW, printer, build, entries));
        }
    }

    private void move(PrinterId from, List<EntryId> queue) {
        PrinterId to = pick(
                shop.printers.stream().filter(printer -> !printer.equals(from)).toList());
        List<EntryId> moved = queue.subList(0, 1 + random.nextInt(queue.size()));
        List<Step> plan = moved.stream().flatMap(entry -> pair(from, to, entry)).toList();
        ask(intent(Operation.MOVE, from, null, moved).with(plan, Map.of(from, queue, to, shop.queue(to))));
    }

    private void reorder(PrinterId printer, List<EntryId> queue) {
        List<EntryId> toTheEnd = queue.subList(0, 1 + random.nextInt(queue.size()));
        List<Step> plan = toTheEnd.stream()
                .flatMap(entry -> pair(printer, printer, entry))
                .toList();
        ask(intent(Operation.REORDER, printer, null, List.of()).with(plan, Map.of(printer, queue)));
    }

    private Stream<Step> pair(PrinterId from, PrinterId to, EntryId entry) {
        BuildId build = buildOf(from, entry);
        return Stream.of(Step.append(to, build, "a job", entry), Step.remove(from, entry, build, "a job"));
    }

    /** Somebody looks at the queues as they are and goes on with what a plan left. */
    private void goOn() {
        List<Action> stopped = granted.values().stream()
                .map(program.actions::latest)
                .filter(action -> !shop.left(action).isEmpty() && program.actions.isLast(action))
                .sorted(Comparator.comparing(Action::startedAt)
                        .thenComparing(action -> action.printer().value()))
                .toList();
        if (stopped.isEmpty()) {
            return;
        }
        Action action = pick(stopped);
        Map<PrinterId, List<EntryId>> seen =
                action.printers().stream().collect(Collectors.toMap(Function.identity(), shop::queue));
        Intent intent = intent(action.operation(), action.printer(), null, action.entries())
                .with(shop.left(action), seen);
        int before = granted.size();
        begun(program.actions.goOn(intent, shop.printer(action.printer()), action), List.of(intent));
        wentOn += granted.size() - before;
    }

    private void ask(Intent intent) {
        ask(List.of(intent));
    }

    private void ask(List<Intent> intents) {
        begun(claim(intents), intents);
    }

    private void begun(Claim claim, List<Intent> intents) {
        claim.fold(
                actions -> {
                    asked.add(intents);
                    actions.forEach(this::begin);
                    return true;
                },
                repeated -> true,
                denial -> true);
    }

    private Claim claim(List<Intent> intents) {
        List<Printer> printers =
                intents.stream().map(intent -> shop.printer(intent.printer())).toList();
        return intents.size() == 1
                ? program.actions.claim(intents.get(0), printers.get(0))
                : program.actions.claim(intents, printers);
    }

    private void begin(Action action) {
        granted.put(action.id(), action);
        if (!action.stage().ended()) {
            program.dispatcher.start(action).subscribe();
        }
    }

    /** A form that was sent before is sent again, perhaps after a restart and in a new session. */
    private void again() {
        if (asked.isEmpty()) {
            return;
        }
        List<Intent> before = pick(asked);
        Function<Intent, Intent> anew = intent -> new Intent(
                "a new session",
                intent.place(),
                intent.actionId(),
                intent.actor(),
                intent.operation(),
                intent.printer(),
                intent.build(),
                intent.entries(),
                intent.plan(),
                intent.expected(),
                intent.seen());
        List<Intent> intents =
                random.nextBoolean() ? before : before.stream().map(anew).toList();
        String outcome = claim(intents).fold(actions -> "granted", actions -> "repeated", denial -> "denied");
        assertThat(outcome).as("a form that was used").isNotEqualTo("granted");
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    @Override
    public void close() {
        time.close();
    }
}
