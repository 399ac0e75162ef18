package io.nordwand.eiger;

import io.nordwand.eiger.wire.ConsumableWire;
import io.nordwand.eiger.wire.DeviceWire;
import io.nordwand.eiger.wire.JobWire;
import io.nordwand.eiger.wire.Word;
import io.nordwand.farm.ActiveJob;
import io.nordwand.farm.Consumable;
import io.nordwand.farm.JobId;
import io.nordwand.farm.Material;
import io.nordwand.farm.PrinterId;
import io.nordwand.farm.PrinterReport;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Maps schema DeviceViewExtended. What Eiger left out stays unknown (field note 26). */
final class DeviceMapping {

    private static final Set<String> PRINTING = Set.of("printing", "resuming print");

    private DeviceMapping() {}

    /** The printer, or null when it has no id. */
    static @Nullable PrinterReport printer(@Nullable DeviceWire wire) {
        String id = wire == null ? null : Ids.known(wire.id());
        if (wire == null || id == null) {
            return null;
        }
        boolean prints = prints(wire);
        return new PrinterReport(
                new PrinterId(id),
                wire.name(),
                orBlank(wire.deviceType()),
                orBlank(wire.deviceSeries()),
                wire.state(),
                material(wire.loadedPrimaryMaterial(), wire.ccsPrimaryRemaining(), prints),
                material(wire.loadedSecondaryMaterial(), wire.ccsSecondaryRemaining(), prints),
                Figures.count(wire.queueLength(), 0),
                Figures.span(wire.queueEstimatedTimeSeconds()),
                job(wire.activeJob()),
                consumables(wire.maintenanceStatus()));
    }

    private static boolean prints(DeviceWire wire) {
        return wire.activeJob() != null
                || (wire.state() != null
                        && PRINTING.contains(wire.state().strip().toLowerCase(Locale.ROOT)));
    }

    /** A missing key says nothing; a level of zero while the machine prints is not metered (field note 40). */
    private static @Nullable Material material(@Nullable Word loaded, @Nullable Double remaining, boolean prints) {
        if (loaded == null) {
            return null;
        }
        String name = Word.material(loaded.text());
        if (name == null) {
            return Material.NONE;
        }
        Double level = Figures.amount(remaining);
        return new Material(name, level != null && level == 0 && prints ? null : level);
    }

    private static @Nullable ActiveJob job(@Nullable JobWire wire) {
        String id = wire == null ? null : Ids.known(wire.id());
        if (wire == null || id == null) {
            return null;
        }
        return new ActiveJob(
                new JobId(id),
                BuildMapping.build(wire.build()),
                wire.state(),
                wire.printingState(),
                Figures.count(wire.currentLayer(), 1),
                Figures.count(wire.layerCount(), 1),
                Figures.percent(wire.progress()),
                Figures.left(wire.estimatedSecondsRemaining()),
                wire.startedAt());
    }

    private static List<Consumable> consumables(@Nullable List<@Nullable ConsumableWire> wires) {
        return wires == null
                ? List.of()
                : wires.stream()
                        .filter(Objects::nonNull)
                        .map(wire -> new Consumable(
                                orBlank(wire.consumableTitle()),
                                orBlank(wire.status()),
                                Figures.percent(wire.usageRemaining())))
                        .toList();
    }

    private static String orBlank(@Nullable String text) {
        return text == null ? "" : text;
    }
}
