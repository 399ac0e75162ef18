package io.nordwand.web;

import java.util.List;

/** A module that has something under way declares this as a bean; the frame looks at it once a second. */
public interface TraySource {

    /** What is under way now, the latest first; cheap, since it is asked for often. */
    List<TrayItem> tray();
}
