package io.nordwand.kiosk;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A display as it is stored. What a later version left out or another one added is no trouble: a setting that is missing
 * is as at first, one that is not known is passed over.
 */
final class DisplayJson {

    private static final Logger log = LoggerFactory.getLogger(DisplayJson.class);

    private DisplayJson() {}

    private record Stored(
            @Nullable String choice,
            @Nullable List<String> keys,
            @Nullable List<StoredTurn> turns,
            @Nullable String look,
            @Nullable String locale,
            @Nullable String zone,
            @Nullable Double metres,
            @Nullable Double inches,
            @Nullable Boolean upright,
            @Nullable Boolean parts,
            @Nullable Boolean people,
            @Nullable Boolean sound,
            @Nullable StoredNight night) {}

    private record StoredTurn(String layout, Long seconds) {}

    private record StoredNight(String from, String to, Integer percent) {}

    static String write(Display display) {
        Night night = display.night();
        return JsonMapper.shared()
                .writeValueAsString(new Stored(
                        display.printers().kind().name(),
                        display.printers().keys(),
                        display.turns().stream()
                                .map(turn -> new StoredTurn(
                                        turn.layout().name(), turn.dwell().toSeconds()))
                                .toList(),
                        display.look().name(),
                        display.locale().toLanguageTag(),
                        display.zone().getId(),
                        display.distanceMetres(),
                        display.diagonalInches(),
                        display.upright(),
                        display.partNames(),
                        display.people(),
                        display.sound(),
                        night == null
                                ? null
                                : new StoredNight(
                                        night.from().toString(), night.to().toString(), night.percent())));
    }

    /** Reads what was stored; {@code first} where that can't be read. */
    static Display read(String json, Display first) {
        try {
            Stored stored = JsonMapper.shared().readValue(json, Stored.class);
            StoredNight night = stored.night();
            return new Display(
                    stored.choice() == null
                            ? first.printers()
                            : new Choice(
                                    Choice.Kind.valueOf(stored.choice()),
                                    Objects.requireNonNullElse(stored.keys(), List.of())),
                    stored.turns() == null
                            ? first.turns()
                            : stored.turns().stream()
                                    .map(turn -> new Display.Turn(
                                            Display.Layout.valueOf(turn.layout()), Duration.ofSeconds(turn.seconds())))
                                    .toList(),
                    stored.look() == null ? first.look() : Display.Look.valueOf(stored.look()),
                    stored.locale() == null ? first.locale() : Locale.forLanguageTag(stored.locale()),
                    stored.zone() == null ? first.zone() : ZoneId.of(stored.zone()),
                    Objects.requireNonNullElse(stored.metres(), first.distanceMetres()),
                    Objects.requireNonNullElse(stored.inches(), first.diagonalInches()),
                    Objects.requireNonNullElse(stored.upright(), first.upright()),
                    Objects.requireNonNullElse(stored.parts(), first.partNames()),
                    Objects.requireNonNullElse(stored.people(), first.people()),
                    Objects.requireNonNullElse(stored.sound(), first.sound()),
                    night == null
                            ? null
                            : new Night(LocalTime.parse(night.from()), LocalTime.parse(night.to()), night.percent()));
        } catch (JacksonException | IllegalArgumentException | NullPointerException | DateTimeException unreadable) {
            log.warn("The settings of a screen can't be read, so it shows what a new one does: {}", json, unreadable);
            return first;
        }
    }
}
