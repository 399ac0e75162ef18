package io.nordwand.web;

import java.util.List;

/** Who may sign in; lets the page that refuses somebody name who may. Offered by {@code account}. */
public interface Viewers {

    /** All accounts by name, without any secret. */
    List<Viewer> all();
}
