package io.nordwand.eiger;

import io.nordwand.eiger.wire.BuildWire;
import io.nordwand.eiger.wire.Word;
import io.nordwand.farm.Build;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.Needs;
import org.jspecify.annotations.Nullable;

/** Maps schema BuildView. */
final class BuildMapping {

    private BuildMapping() {}

    /** The build, or null when it has no id. */
    static @Nullable Build build(@Nullable BuildWire wire) {
        String id = wire == null ? null : Ids.known(wire.id());
        if (wire == null || id == null) {
            return null;
        }
        return new Build(
                new BuildId(id),
                orBlank(wire.title()),
                orBlank(wire.deviceSeries()),
                Figures.count(wire.partCount(), 0),
                Word.material(wire.primaryMaterial()),
                Word.material(wire.secondaryMaterial()),
                needs(wire),
                Figures.span(wire.estimatedPrintSeconds()),
                wire.sliced(),
                wire.approved(),
                wire.createdAt());
    }

    private static Needs needs(BuildWire wire) {
        return new Needs(
                Figures.amount(wire.ccsPrimaryRequired()),
                secondSpool(Figures.amount(wire.ccsFiberRequired()), Figures.amount(wire.ccsSecondaryRequired())),
                Figures.amount(wire.ccsTertiaryRequired()));
    }

    /**
     * On composite printers the second spool is fiber, so fiber counts where any is needed (field note 37). A fiber need
     * of zero beside an unknown second need is a known zero.
     */
    private static @Nullable Double secondSpool(@Nullable Double fiber, @Nullable Double secondary) {
        if (fiber != null && fiber > 0) {
            return fiber;
        }
        return secondary == null ? fiber : secondary;
    }

    private static String orBlank(@Nullable String text) {
        return text == null ? "" : text;
    }
}
