package io.github.tumorbench.press.analysis.claims;

import static io.github.tumorbench.press.analysis.claims.PublishedFigures.MENINGIOMA;
import static io.github.tumorbench.press.analysis.claims.PublishedFigures.NO_TUMOUR;

import io.github.tumorbench.press.analysis.statistics.Estimate;
import io.github.tumorbench.press.analysis.statistics.Numbers;
import io.github.tumorbench.press.analysis.statistics.Verdict;
import java.util.List;

/**
 * Claims 8 and 9: where Grad-CAM maps lie. The images with a tumour mask of the three networks are taken together: all test
 * images where each was measured, else those explained.
 */
final class MapClaims {
    private static final double HALF = 0.5;

    private final SeenMaps maps;

    private MapClaims(SeenMaps maps) {
        this.maps = maps;
    }

    static List<CheckedClaim> of(ClaimRoles roles) {
        MapClaims claims = new MapClaims(SeenMaps.of(roles));
        return List.of(claims.centred(), claims.missed(), claims.often());
    }

    private static String words(SeenMaps maps) {
        if (maps.empty()) {
            return "No such image was explained.";
        }
        return "Highest point in the tumour in %s of %s; a random point would hit %s, the image’s centre %s."
                .formatted(
                        ClassClaims.share(maps.hits()),
                        maps.counted(),
                        Numbers.percent(maps.chance()),
                        Numbers.percent(maps.centre()));
    }

    private CheckedClaim centred() {
        SeenMaps right = maps.only(one -> one.predicted().equals(one.label()));
        return new CheckedClaim(
                "8a",
                "Grad-CAM is centred on the tumour in correct predictions.",
                Verdict.above(right.hits(), HALF),
                words(right),
                "the map’s highest point lies in the tumour in more than half, " + maps.method());
    }

    private CheckedClaim missed() {
        SeenMaps missed = maps.only(
                one -> one.label().equals(MENINGIOMA) && one.predicted().equals(NO_TUMOUR));
        return new CheckedClaim(
                "8b",
                "In a meningioma missed as no tumour the map neglects the tumour.",
                switch (Verdict.above(missed.hits(), HALF)) {
                    case HELD -> Verdict.DID_NOT_HOLD;
                    case DID_NOT_HOLD -> Verdict.HELD;
                    case CANNOT_BE_TOLD -> Verdict.CANNOT_BE_TOLD;
                },
                words(missed),
                "the map’s highest point lies in the tumour in fewer than half, " + maps.method());
    }

    private CheckedClaim often() {
        Estimate hits = maps.hits();
        Verdict verdict = Verdict.above(hits, maps.chance());
        boolean always = hits != null && hits.value() == 1;
        return new CheckedClaim(
                "9",
                "Models often attend to the tumour, sometimes to surrounding anatomy.",
                verdict == Verdict.HELD && always ? Verdict.DID_NOT_HOLD : verdict,
                words(maps),
                "the map’s highest point lies in the tumour more often than chance and not always, " + maps.method());
    }
}
