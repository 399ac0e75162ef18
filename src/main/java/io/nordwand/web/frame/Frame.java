package io.nordwand.web.frame;

import io.nordwand.web.AdminEntry;
import io.nordwand.web.SiteNotice;
import io.nordwand.web.TrayItem;
import java.util.List;

/**
 * What the frame of every page shows of the farm at one moment.
 *
 * @param freshness how current it is
 * @param notices conditions of the whole farm, most urgent first
 * @param site conditions of the installation, as other modules told them, most urgent first
 * @param menu entries in order
 * @param admin pages of the administration in order
 * @param tray what is under way, the latest first
 */
public record Frame(
        FreshnessView freshness,
        List<Notice> notices,
        List<SiteNotice> site,
        List<MenuItem> menu,
        List<AdminEntry> admin,
        List<TrayItem> tray) {}
