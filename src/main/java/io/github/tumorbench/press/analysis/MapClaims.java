package io.github.tumorbench.press.analysis;

import static io.github.tumorbench.press.analysis.PublishedFigures.MENINGIOMA;
import static io.github.tumorbench.press.analysis.PublishedFigures.NO_TUMOUR;

import io.github.tumorbench.record.CamRow;
import java.util.List;

/** Claims 8 and 9: where Grad-CAM maps lie. All explained images with a tumour mask of the three networks are taken together. */
final class MapClaims {
    private static final double HALF = 0.5;

    private MapClaims() {}

    static List<CheckedClaim> of(ClaimRoles roles) {
        List<CamRow> masked = roles.frozen().stream()
                .flatMap(one -> roles.facts(one).gradcam().stream())
                .filter(row -> row.pointingHit() != null)
                .toList();
        return List.of(centred(masked), missed(masked), often(masked));
    }

    private static Estimate hits(List<CamRow> rows) {
        int hits = (int)
                rows.stream().filter(row -> row.pointingHit() && !row.zero()).count();
        return Intervals.wilson(hits, rows.size());
    }

    private static Double chance(List<CamRow> rows) {
        return rows.isEmpty()
                ? null
                : rows.stream().mapToDouble(CamRow::maskArea).average().orElseThrow();
    }

    private static String words(List<CamRow> rows) {
        if (rows.isEmpty()) {
            return "No such image was explained.";
        }
        long centre = rows.stream()
                .filter(row -> Boolean.TRUE.equals(row.centreHit()))
                .count();
        return "Highest point in the tumour in %s of %s; a random point would hit %s, the image’s centre %s."
                .formatted(
                        ClassClaims.share(hits(rows)),
                        Findings.images(rows.size()),
                        Numbers.percent(chance(rows)),
                        Numbers.percent((double) centre / rows.size()));
    }

    private static CheckedClaim centred(List<CamRow> masked) {
        List<CamRow> rows = masked.stream()
                .filter(row -> row.predicted().equals(row.label()))
                .toList();
        return new CheckedClaim(
                "8a",
                "Grad-CAM is centred on the tumour in correct predictions.",
                Verdict.above(rows.isEmpty() ? null : hits(rows), HALF),
                words(rows),
                "the map’s highest point lies in the tumour in more than half, Wilson interval; images were chosen by confidence");
    }

    private static CheckedClaim missed(List<CamRow> masked) {
        List<CamRow> rows = masked.stream()
                .filter(row -> row.label().equals(MENINGIOMA) && row.predicted().equals(NO_TUMOUR))
                .toList();
        Verdict within = Verdict.above(rows.isEmpty() ? null : hits(rows), HALF);
        return new CheckedClaim(
                "8b",
                "In a meningioma missed as no tumour the map neglects the tumour.",
                switch (within) {
                    case HELD -> Verdict.DID_NOT_HOLD;
                    case DID_NOT_HOLD -> Verdict.HELD;
                    case CANNOT_BE_TOLD -> Verdict.CANNOT_BE_TOLD;
                },
                words(rows),
                "the map’s highest point lies in the tumour in fewer than half, Wilson interval");
    }

    private static CheckedClaim often(List<CamRow> masked) {
        Estimate hits = masked.isEmpty() ? null : hits(masked);
        Verdict verdict = Verdict.above(hits, chance(masked));
        boolean always = hits != null && hits.value() == 1;
        return new CheckedClaim(
                "9",
                "Models often attend to the tumour, sometimes to surrounding anatomy.",
                verdict == Verdict.HELD && always ? Verdict.DID_NOT_HOLD : verdict,
                words(masked),
                "the map’s highest point lies in the tumour more often than chance, Wilson interval, and not always");
    }
}
