package io.nordwand.web;

import java.util.List;

/**
 * Conditions that another module wants every page to show. A module offers it as a bean; the frame asks all of them with
 * each page and once a second for the live streams, so an answer must be at hand and must not wait for anything.
 */
@FunctionalInterface
public interface NoticeSource {

    /** What holds at this moment, most urgent first; empty most of the time. */
    List<SiteNotice> notices();
}
