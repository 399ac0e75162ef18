package io.nordwand.eiger;

import io.nordwand.eiger.wire.BuildWire;
import io.nordwand.eiger.wire.PartVersionWire;
import io.nordwand.eiger.wire.PartVersionWire.EulerWire;
import io.nordwand.eiger.wire.PartVersionWire.SettingsWire;
import io.nordwand.eiger.wire.PoseWire;
import io.nordwand.eiger.wire.Word;
import io.nordwand.farm.record.BuildDetail;
import io.nordwand.farm.record.BuildDetail.PartVersion;
import io.nordwand.farm.record.BuildDetail.Pose;
import io.nordwand.farm.record.BuildDetail.Settings;
import io.nordwand.farm.record.BuildRecord;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Maps schema BuildViewExtended. A null among parts or poses says nothing and is left out. */
final class DetailMapping {

    private DetailMapping() {}

    /** The build with its content, or null when it has no id. */
    static @Nullable BuildDetail detail(BuildWire wire) {
        BuildRecord record = RecordMapping.build(wire);
        return record == null
                ? null
                : new BuildDetail(
                        record,
                        mapped(wire.partVersions(), DetailMapping::version),
                        mapped(wire.poses(), DetailMapping::pose));
    }

    private static <W, T> @Nullable List<T> mapped(@Nullable List<@Nullable W> wires, Function<W, T> mapping) {
        return wires == null
                ? null
                : wires.stream().filter(Objects::nonNull).map(mapping).toList();
    }

    private static PartVersion version(PartVersionWire wire) {
        return new PartVersion(
                Ids.known(wire.id()),
                text(wire.title()),
                text(wire.description()),
                wire.versionNumber(),
                wire.sliced(),
                text(wire.deviceSeries()),
                Word.material(wire.primaryMaterial()),
                Word.material(wire.secondaryMaterial()),
                settings(wire.settings()));
    }

    private static @Nullable Settings settings(@Nullable SettingsWire wire) {
        if (wire == null) {
            return null;
        }
        EulerWire euler = wire.euler() == null ? new EulerWire(null, null, null) : wire.euler();
        return new Settings(wire.scale(), euler.x(), euler.y(), euler.z(), text(wire.units()));
    }

    private static Pose pose(PoseWire wire) {
        return new Pose(Ids.known(wire.id()), wire.x(), wire.y(), wire.theta());
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
