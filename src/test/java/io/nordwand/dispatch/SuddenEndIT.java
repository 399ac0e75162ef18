package io.nordwand.dispatch;

import java.util.List;

class SuddenEndIT extends SuddenEnd {

    /** The embedded one. */
    @Override
    List<String> database() {
        return List.of();
    }
}
