package io.nordwand.farm.record;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a build may be printed, which is three things and not two (field note 42). */
public enum Approval {
    /** Approvals are on, and it is approved. */
    YES,
    /** Approvals are on, and it is not approved. */
    NO,
    /** Approvals say nothing: every build may be printed. */
    OFF;

    /** What Eiger's value stands for. */
    public static Approval of(@Nullable Boolean approved) {
        return approved == null ? OFF : approved ? YES : NO;
    }

    /** The one with that key, if there is one. */
    public static Optional<Approval> from(String key) {
        return Arrays.stream(values())
                .filter(approval -> approval.key().equals(key))
                .findFirst();
    }

    /** The word in URLs and message keys. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
