package io.nordwand.dispatch;

import io.nordwand.audit.Audit;
import io.nordwand.database.Database;
import io.nordwand.farm.FarmCommands;
import io.nordwand.farm.FarmSource;
import io.nordwand.farm.Farms;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** All of the module but its pages, put together as Spring does it; another one on the same journal is a restart. */
final class Program {

    static final DispatchProperties SETTINGS = new DispatchProperties(
            Duration.ofMinutes(3),
            Duration.ofSeconds(4),
            Duration.ofSeconds(3),
            Duration.ofSeconds(90),
            Duration.ofSeconds(45),
            Duration.ofHours(1),
            Duration.ofSeconds(10));

    final Tickets tickets = new Tickets();
    final Writes writes;
    final Actions actions;
    final Dispatcher dispatcher;
    final OrderBook book;
    final OrderCheck check;
    final OrderRun orders;
    final Closing closing;
    final Recovery recovery;

    <E extends FarmSource & FarmCommands & Farms> Program(
            E eiger, Journal journal, Audit audit, Database settings, Clock clock) {
        this(eiger, journal, audit, settings, clock, List.of());
    }

    <E extends FarmSource & FarmCommands & Farms> Program(
            E eiger, Journal journal, Audit audit, Database settings, Clock clock, List<Finder> known) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        known.forEach(finder -> beans.addBean("finder" + known.indexOf(finder), finder));
        ObjectProvider<Finder> finders = beans.getBeanProvider(Finder.class);
        writes = new Writes(new WritesProperties(true), new StopStore(settings), audit, clock);
        actions = new Actions(tickets, journal, clock);
        Watch watch = new Watch(eiger, SETTINGS);
        Preflight preflight = new Preflight(eiger, watch, SETTINGS);
        Register register = new Register(audit);
        Bookkeeping books = new Bookkeeping(register, actions, watch);
        Sending sending = new Sending(writes, books, clock, SETTINGS);
        RecentJobs jobs = new RecentJobs(eiger, SETTINGS);
        Leftovers leftovers = new Leftovers(watch, actions);
        Adding adding = new Adding(preflight, eiger, sending, watch, jobs, actions);
        Removing removing = new Removing(preflight, eiger, sending, watch, leftovers, actions);
        Confirming confirming = new Confirming(eiger, sending, watch, jobs, leftovers, actions);
        dispatcher = new Dispatcher(
                actions,
                books,
                writes,
                adding,
                removing,
                new Clearing(preflight, eiger, sending, watch, actions),
                new Printing(preflight, eiger, sending, confirming, watch),
                new Planned(preflight, eiger, sending, watch, jobs, leftovers, actions),
                new Resuming(adding, removing, confirming, new Retracing(watch, jobs, leftovers, actions), actions),
                SETTINGS);
        book = new OrderBook(tickets, clock);
        OrderStore store = new OrderStore(settings, clock);
        check = new OrderCheck(book, store, register, finders, SETTINGS, clock);
        orders = new OrderRun(book, store, writes, sending, register, check, SETTINGS);
        closing = new Closing(actions, book, SETTINGS);
        recovery = new Recovery(
                journal, actions, audit, dispatcher, books, new Orphans(audit, eiger, watch, SETTINGS), check, clock);
    }

    /** Starts as the real one does. */
    Program started() {
        check.afterPropertiesSet();
        recovery.afterPropertiesSet();
        recovery.start();
        return this;
    }
}
