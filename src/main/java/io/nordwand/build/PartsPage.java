package io.nordwand.build;

import io.nordwand.build.BuildDetails.Look;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.Material;
import io.nordwand.farm.Trouble;
import io.nordwand.farm.record.BuildDetail;
import io.nordwand.farm.record.BuildDetail.PartVersion;
import io.nordwand.farm.record.BuildDetail.Pose;
import io.nordwand.farm.record.BuildDetail.Settings;
import io.nordwand.web.Paths;
import io.nordwand.web.Spool;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a build is made of.
 *
 * @param href where it is read
 * @param phase what there is to show
 * @param parts its parts, or null when Eiger did not give them
 * @param places where they lie, or null when Eiger did not give them
 * @param bed the drawing of the places, or null
 * @param trouble why it could not be read, or null
 * @param readAt when it was read, or null
 */
public record PartsPage(
        String href,
        Phase phase,
        @Nullable List<Part> parts,
        @Nullable List<Place> places,
        @Nullable Bed bed,
        @Nullable Trouble trouble,
        @Nullable Instant readAt) {

    /** Places that are listed. */
    static final int MOST_PLACES = 500;

    /** What there is to show. */
    public enum Phase {
        /** Nothing yet: the browser asks for it. */
        LATER,
        /** Nothing yet: Eiger takes its time. */
        WAITING,
        /** Parts. */
        THERE,
        /** It could not be read. */
        FAILED
    }

    /**
     * A part.
     *
     * @param number place in this list, from 1
     * @param title title, blank when not given
     * @param version which version, or a dash
     * @param copies how often it lies on the bed, or null when Eiger does not say
     * @param materials materials, as far as named
     * @param scale factor, or a dash
     * @param angles angles about x, y and z, or null when none is known
     * @param units unit of its drawing, blank when not given
     */
    public record Part(
            int number,
            String title,
            String description,
            String version,
            @Nullable Long copies,
            @Nullable Boolean sliced,
            String series,
            List<Spool> materials,
            String scale,
            @Nullable List<String> angles,
            String units) {}

    /**
     * A place on the bed, in Eiger's unit.
     *
     * @param part number of the part in the list of parts, or null when Eiger does not say
     * @param title its title, blank when not known
     */
    public record Place(@Nullable Integer part, String title, String x, String y, String theta, boolean placed) {}

    /** To be asked for. */
    static PartsPage later(BuildId build) {
        return empty(build, Phase.LATER);
    }

    /** Eiger has not answered yet. */
    static PartsPage waiting(BuildId build) {
        return empty(build, Phase.WAITING);
    }

    private static PartsPage empty(BuildId build, Phase phase) {
        return new PartsPage(path(build), phase, null, null, null, null, null);
    }

    private static String path(BuildId build) {
        return "/builds/" + Paths.segment(build.value()) + "/parts";
    }

    static PartsPage of(BuildId build, Look look, Locale locale) {
        BuildDetail detail = look.detail();
        if (detail == null) {
            return new PartsPage(path(build), Phase.FAILED, null, null, null, look.trouble(), look.at());
        }
        Map<String, Integer> numbers = numbers(detail.parts());
        List<Pose> poses = detail.poses();
        return new PartsPage(
                path(build),
                Phase.THERE,
                detail.parts() == null ? null : parts(detail.parts(), poses, numbers, locale),
                poses == null ? null : places(poses, detail.parts(), numbers, locale),
                poses == null ? null : Bed.of(poses, pose -> number(pose, numbers), locale),
                null,
                look.at());
    }

    /** The place of each version in the list, by its id in lower case. */
    private static Map<String, Integer> numbers(@Nullable List<PartVersion> versions) {
        Map<String, Integer> numbers = new HashMap<>();
        if (versions != null) {
            for (int i = 0; i < versions.size(); i++) {
                String id = versions.get(i).id();
                if (id != null) {
                    numbers.putIfAbsent(id.toLowerCase(Locale.ROOT), i + 1);
                }
            }
        }
        return numbers;
    }

    private static @Nullable Integer number(Pose pose, Map<String, Integer> numbers) {
        return pose.id() == null ? null : numbers.get(pose.id().toLowerCase(Locale.ROOT));
    }

    private static List<Part> parts(
            List<PartVersion> versions, @Nullable List<Pose> poses, Map<String, Integer> numbers, Locale locale) {
        Map<Integer, Long> copies = new HashMap<>();
        if (poses != null) {
            poses.stream().map(pose -> number(pose, numbers)).forEach(number -> {
                if (number != null) {
                    copies.merge(number, 1L, Long::sum);
                }
            });
        }
        List<Part> parts = new ArrayList<>();
        for (PartVersion version : versions) {
            int number = parts.size() + 1;
            Settings settings = version.settings();
            parts.add(new Part(
                    number,
                    version.title(),
                    version.description(),
                    Decimal.text(version.number(), locale),
                    copies.get(number),
                    version.sliced(),
                    version.series(),
                    Stream.of(
                                    spool("primary", version.primaryMaterial(), locale),
                                    spool("secondary", version.secondaryMaterial(), locale))
                            .filter(spool -> spool.name() != null)
                            .toList(),
                    Decimal.text(settings == null ? null : settings.scale(), locale),
                    settings == null ? null : angles(settings, locale),
                    settings == null ? "" : settings.units()));
        }
        return List.copyOf(parts);
    }

    private static Spool spool(String place, @Nullable String material, Locale locale) {
        return Spool.of(place, new Material(material, null), locale);
    }

    private static @Nullable List<String> angles(Settings settings, Locale locale) {
        return settings.x() == null && settings.y() == null && settings.z() == null
                ? null
                : List.of(
                        Decimal.text(settings.x(), locale),
                        Decimal.text(settings.y(), locale),
                        Decimal.text(settings.z(), locale));
    }

    private static List<Place> places(
            List<Pose> poses, @Nullable List<PartVersion> versions, Map<String, Integer> numbers, Locale locale) {
        return poses.stream()
                .limit(MOST_PLACES)
                .map(pose -> {
                    Integer number = number(pose, numbers);
                    return new Place(
                            number,
                            number == null || versions == null
                                    ? ""
                                    : versions.get(number - 1).title(),
                            Decimal.text(pose.x(), locale),
                            Decimal.text(pose.y(), locale),
                            Decimal.text(pose.theta(), locale),
                            pose.x() != null && pose.y() != null);
                })
                .toList();
    }
}
