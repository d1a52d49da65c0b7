package io.github.tumorbench.press.figures;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;

/** The shapes of one figure's marks, defined once and referred to. */
final class MarkShapes {
    private final String prefix;
    private final Set<String> shapes = new LinkedHashSet<>();

    /** Ids by the elements that have them, which lack only their id. */
    private final Map<String, String> markers = new LinkedHashMap<>();

    /** @param figure its id, of which references have a short form, as they are repeated with each point */
    MarkShapes(String figure) {
        CRC32 crc = new CRC32();
        crc.update(figure.getBytes(StandardCharsets.UTF_8));
        this.prefix = "m" + Long.toString(crc.getValue(), 36) + "-";
    }

    /** Markup of the marks, outside any group where there are {@link MarkRun#many}, else within one of their style. */
    String draw(MarkRun run) {
        shapes.add(run.shape());
        if (!run.many()) {
            return run.references(prefix);
        }
        String marker = "\" markerUnits=\"userSpaceOnUse\" overflow=\"visible\"" + run.style() + "><use href=\"#"
                + prefix + run.shape() + "\"/></marker>";
        return run.line(markers.computeIfAbsent(marker, unused -> prefix + (markers.size() + 1)));
    }

    /** What the marks refer to; empty without any. */
    String definitions() {
        if (shapes.isEmpty()) {
            return "";
        }
        StringBuilder out = new StringBuilder("<defs>");
        for (Marker marker : Marker.values()) {
            if (shapes.contains(marker.key())) {
                out.append("<path id=\"%s%s\" d=\"%s\"/>".formatted(prefix, marker.key(), marker.path()));
            }
        }
        markers.forEach((marker, id) -> out.append("<marker id=\"").append(id).append(marker));
        return out.append("</defs>\n").toString();
    }
}
