package io.nordwand.build;

import io.nordwand.farm.Build;
import io.nordwand.farm.Material;
import io.nordwand.farm.record.BuildRecord;
import io.nordwand.farm.record.Costs;
import io.nordwand.web.Spool;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What one material of a build comes to.
 *
 * @param kind {@code plastic}, {@code fiber}, {@code second} or {@code support}, for the message key
 * @param spool name and sign, or null for support material, which Eiger does not name
 * @param cubicCentimetres amount, or null when not known
 * @param standard cost by the vendor's prices, or null when not known
 * @param custom cost by the organization's own prices, or null when not known
 */
public record Costing(
        String kind,
        @Nullable Spool spool,
        @Nullable Double cubicCentimetres,
        @Nullable Double standard,
        @Nullable Double custom) {

    /** Main material, second spool and support, the last two as far as anything is said of them. */
    static List<Costing> of(BuildRecord record, Locale locale) {
        Build build = record.build();
        Costs standard = record.standardCosts();
        Costs custom = record.customCosts();
        List<Costing> all = new ArrayList<>();
        all.add(new Costing(
                "plastic",
                Spool.of("primary", new Material(build.primaryMaterial(), null), locale),
                build.needs().primaryCubicCentimetres(),
                standard.primary(),
                custom.primary()));
        boolean fiber = record.fiberCubicCentimetres() != null && record.fiberCubicCentimetres() > 0;
        Spool second = Spool.of("secondary", new Material(build.secondaryMaterial(), null), locale);
        Double need = build.needs().secondaryCubicCentimetres();
        if (fiber) {
            all.add(new Costing("fiber", second, need, standard.fiber(), custom.fiber()));
            add(all, new Costing("second", null, null, standard.secondary(), custom.secondary()), false);
        } else {
            add(
                    all,
                    new Costing("second", second, need, standard.secondary(), custom.secondary()),
                    second.name() != null);
            add(all, new Costing("fiber", null, null, standard.fiber(), custom.fiber()), false);
        }
        Double support = build.needs().supportCubicCentimetres();
        add(all, new Costing("support", null, support, standard.support(), custom.support()), support == null);
        return List.copyOf(all);
    }

    private static void add(List<Costing> all, Costing line, boolean anyway) {
        if (anyway || some(line.cubicCentimetres) || some(line.standard) || some(line.custom)) {
            all.add(line);
        }
    }

    private static boolean some(@Nullable Double value) {
        return value != null && value > 0;
    }
}
