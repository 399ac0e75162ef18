package io.nordwand.farm;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The state words of printers and furnaces (field notes 6.1 and 6.3, with the product's own decisions). A constant's
 * name is the word itself with underscores for spaces. Words are looked up whole, never by a part of them: "Print
 * Finished" is not printing (field note 35).
 */
enum StateWord {
    PRINTING(StateGroup.PRINTING),
    RESUMING_PRINT(StateGroup.PRINTING, 15),
    PAUSING(StateGroup.PRINTING, 15),
    CANCELING(StateGroup.PRINTING, 15),
    RUNNING_UTILITY(StateGroup.PRINTING, 60),
    READY(StateGroup.READY),
    PRINT_FINISHED(StateGroup.FINISHED),
    PRINT_BED_NEEDS_CLEARING(StateGroup.FINISHED),
    UTILITY_FINISHED(StateGroup.FINISHED),
    OUT_OF_MATERIAL(StateGroup.HANDS),
    /** Printing while its job moves. */
    LOW_ON_MATERIAL(StateGroup.HANDS),
    PRINT_PAUSED(StateGroup.HANDS),
    PURGE_STRIP_REMOVAL_NEEDED(StateGroup.HANDS),
    BED_NEEDS_LEVELING(StateGroup.HANDS),
    VACUUM_NOT_ENGAGED(StateGroup.HANDS),
    DISLOCATION_ERROR(StateGroup.HANDS),
    FIBER_JAM(StateGroup.HANDS),
    MATERIAL_JAM(StateGroup.HANDS),
    PRINT_FAILURE_DETECTED(StateGroup.HANDS),
    INCOMPATIBLE_PRINT_FILE(StateGroup.HANDS),
    USER_ACTION_REQUIRED(StateGroup.HANDS),
    UPDATE_REQUIRED_ON_DEVICE(StateGroup.OFF),
    /** Needs hands when it had a job when last seen. */
    OFFLINE(StateGroup.OFF),
    DISABLED(StateGroup.OFF),
    CONFIGURATION_IN_PROGRESS(StateGroup.OFF, 30),
    UPDATE_IN_PROGRESS(StateGroup.OFF, 60),
    CUSTOM_BRANCH_IN_USE(StateGroup.OFF),
    RUNNING_JOB(StateGroup.PRINTING),
    SYSTEM_COOLDOWN(StateGroup.PRINTING),
    SYSTEM_PRECHECK(StateGroup.PRINTING),
    DOWNLOADING(StateGroup.PRINTING),
    FINISHED(StateGroup.FINISHED),
    CANCELED_JOB(StateGroup.FINISHED),
    SETUP_WORKFLOW(StateGroup.HANDS),
    BUSY(StateGroup.OFF),
    UPDATING(StateGroup.OFF, 60),
    /** The word "Unknown" itself. */
    UNKNOWN(StateGroup.UNKNOWN),
    /** Not a word of Eiger's: it gave none. */
    MISSING(StateGroup.UNKNOWN),
    /** Not a word of Eiger's: any that is not listed here. */
    OTHER(StateGroup.UNKNOWN);

    private static final Map<String, StateWord> BY_WORD = Arrays.stream(values())
            .filter(word -> word != MISSING && word != OTHER)
            .collect(toUnmodifiableMap(word -> word.name().replace('_', ' ').toLowerCase(Locale.ROOT), word -> word));

    private final StateGroup group;
    private final @Nullable Duration limit;

    StateWord(StateGroup group) {
        this.group = group;
        this.limit = null;
    }

    StateWord(StateGroup group, int limitMinutes) {
        this.group = group;
        this.limit = Duration.ofMinutes(limitMinutes);
    }

    /** Looks a word up, trimmed and in any case. */
    static StateWord of(@Nullable String state) {
        if (state == null || state.isBlank()) {
            return MISSING;
        }
        return BY_WORD.getOrDefault(state.strip().toLowerCase(Locale.ROOT), OTHER);
    }

    /** The group, as far as the word alone tells. */
    StateGroup group() {
        return group;
    }

    /** How long it should last at most, or null when it may last. */
    @Nullable
    Duration limit() {
        return limit;
    }

    /** Whether the word says that Eiger hears the device. */
    boolean inContact() {
        return this != OFFLINE && this != UNKNOWN && this != MISSING;
    }

    /** The key in message keys, for example {@code fiber-jam}; words that nobody knows share one. */
    String key() {
        return (this == OTHER ? UNKNOWN : this).name().replace('_', '-').toLowerCase(Locale.ROOT);
    }
}
