package io.nordwand.web.frame;

import io.nordwand.farm.EigerAccess;
import io.nordwand.farm.Farm;
import io.nordwand.farm.Farms;
import io.nordwand.farm.Freshness;
import io.nordwand.farm.PollProperties;
import io.nordwand.farm.Trouble;
import io.nordwand.web.AdminEntry;
import io.nordwand.web.MenuEntry;
import io.nordwand.web.NoticeSource;
import io.nordwand.web.SiteNotice;
import io.nordwand.web.TrayItem;
import io.nordwand.web.TraySource;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Computes the frame from the farm and the time. */
@Component
public class Frames {

    private final Farms farms;
    private final Clock clock;
    private final PollProperties poll;
    private final boolean simulated;
    private final List<MenuEntry> entries;
    private final List<AdminEntry> admin;
    private final List<TraySource> trays;
    private final List<NoticeSource> sources;

    Frames(
            Farms farms,
            Clock clock,
            PollProperties poll,
            ObjectProvider<EigerAccess> access,
            ObjectProvider<MenuEntry> entries,
            ObjectProvider<AdminEntry> admin,
            ObjectProvider<NoticeSource> sources,
            ObjectProvider<TraySource> trays) {
        this.farms = farms;
        this.clock = clock;
        this.poll = poll;
        EigerAccess eiger = access.getIfAvailable();
        this.simulated = eiger != null && eiger.simulated();
        this.entries = entries.stream()
                .sorted(Comparator.comparingInt(MenuEntry::order).thenComparing(MenuEntry::key))
                .toList();
        this.admin = admin.stream()
                .sorted(Comparator.comparingInt(AdminEntry::order).thenComparing(AdminEntry::key))
                .toList();
        this.sources = sources.orderedStream().toList();
        this.trays = trays.orderedStream().toList();
    }

    /** The frame of the current farm. */
    public Frame current() {
        return of(farms.current());
    }

    /** The frame of this farm at this moment. */
    public Frame of(Farm farm) {
        Freshness fresh = farm.freshness();
        FreshnessView view = new FreshnessView(
                fresh.level(clock.instant(), poll.interval()),
                fresh.lastGood(),
                poll.interval().toSeconds());
        return new Frame(view, notices(fresh, view), site(), menu(farm), admin, tray());
    }

    private List<SiteNotice> site() {
        return sources.stream().flatMap(source -> source.notices().stream()).toList();
    }

    private List<TrayItem> tray() {
        return trays.stream().flatMap(source -> source.tray().stream()).toList();
    }

    private List<MenuItem> menu(Farm farm) {
        return entries.stream().map(entry -> MenuItem.of(entry, farm)).toList();
    }

    private List<Notice> notices(Freshness fresh, FreshnessView view) {
        List<Notice> notices = new ArrayList<>();
        Trouble trouble = fresh.trouble();
        if (trouble != null) {
            notices.add(failing(fresh, trouble, view.isStale()));
        } else if (fresh.lastGood() == null) {
            notices.add(Notice.of(Notice.Kind.STARTING));
        } else if (view.isStale()) {
            notices.add(
                    new Notice(Notice.Kind.OVERDUE, true, fresh.lastGood(), fresh.lastGood(), fresh.nextTry(), "", ""));
        }
        if (simulated) {
            notices.add(Notice.of(Notice.Kind.SIMULATED));
        }
        return List.copyOf(notices);
    }

    private static Notice failing(Freshness fresh, Trouble trouble, boolean stale) {
        Notice.Kind kind = trouble instanceof Trouble.NotAuthorized
                ? Notice.Kind.REFUSED
                : trouble instanceof Trouble.Unavailable ? Notice.Kind.UNREACHABLE : Notice.Kind.UNUSABLE;
        String reference = trouble.reference();
        return new Notice(
                kind,
                stale,
                fresh.failingSince(),
                fresh.lastGood(),
                fresh.nextTry(),
                trouble.sentence(),
                reference == null ? "" : reference);
    }
}
