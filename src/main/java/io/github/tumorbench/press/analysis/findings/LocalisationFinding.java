package io.github.tumorbench.press.analysis.findings;

import io.github.tumorbench.press.analysis.ExperimentAnalysis;
import io.github.tumorbench.press.analysis.explained.Localisation;
import io.github.tumorbench.press.analysis.statistics.Estimate;
import io.github.tumorbench.press.analysis.statistics.Numbers;
import java.util.List;
import java.util.Optional;

/** The sentence about Grad-CAM maps, always beside chance and the image's centre. */
final class LocalisationFinding {
    private LocalisationFinding() {}

    /** Over all test images where every map was measured, else over those explained; null where none was. */
    static String of(ExperimentAnalysis one) {
        if (one.explained().attention() != null) {
            return AttentionFinding.sentence(one.name(), one.explained().attention());
        }
        return one.localisation() == null ? null : sentence(one);
    }

    /** Whether the maps of the most accurate network find the tumours that are known; empty where none is. */
    static Optional<Finding> ofBest(List<ExperimentAnalysis> ranked) {
        return ranked.stream()
                .filter(one -> one.explained().attention() != null
                        && one.explained().attention().all() != null)
                .findFirst()
                .map(one -> new Finding(of(one), Findings.LOCALISATION, one.id()));
    }

    private static String sentence(ExperimentAnalysis one) {
        Localisation maps = one.localisation();
        if (maps.masked() == 0) {
            return "No tumour mask belongs to the %s explained for %s, so where its maps point is not scored."
                    .formatted(Numbers.images(maps.maps()), one.name());
        }
        int hits = (int) Math.round(maps.hits().value() * maps.masked());
        String beside =
                "The maps of %s have their highest point in the tumour for %s of the %s with a mask (%s); a random point would hit it for %s and the image's centre for %s: %s."
                        .formatted(
                                one.name(),
                                hits,
                                Numbers.images(maps.masked()),
                                Findings.withInterval(maps.hits()),
                                Numbers.percent(maps.chance()),
                                Numbers.percent(maps.centre().value()),
                                verdict(maps));
        return maps.zeroMaps() == 0
                ? beside
                : beside
                        + " %s of %s maps %s zero everywhere and %s as a miss."
                                .formatted(
                                        maps.zeroMaps(),
                                        maps.maps(),
                                        maps.zeroMaps() == 1 ? "is" : "are",
                                        maps.zeroMaps() == 1 ? "counts" : "count");
    }

    /** Better or worse only where the interval of the hits excludes the rival. */
    private static String verdict(Localisation maps) {
        String chance = comparison(maps.hits(), maps.chance());
        String centre = comparison(maps.hits(), maps.centre().value());
        return chance.equals(centre) ? chance + " both" : "%s chance and %s the centre".formatted(chance, centre);
    }

    private static String comparison(Estimate hits, Double rival) {
        if (rival == null || rival >= hits.low() && rival <= hits.high()) {
            return "not distinguishable from";
        }
        return rival < hits.low() ? "better than" : "worse than";
    }
}
