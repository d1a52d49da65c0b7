package io.github.tumorbench.lab.backbone;

import io.github.tumorbench.lab.backbone.WeightsFile.StoredLayer;
import io.github.tumorbench.lab.backbone.WeightsFile.StoredTensor;
import io.github.tumorbench.study.InputException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds out which of a file's tensors is which of a backbone's.
 *
 * <p>The rule, looking only at layers that have weights:
 *
 * <ol>
 *   <li>If every layer of the file bears the name of one of the backbone's, layers are matched by name; what the file does not
 *       have is missing. So are files of the whole backbone in Keras's present names, and partial ones.
 *   <li>Otherwise, if there are as many layers in the file as in the backbone, they are matched in order, as Keras's
 *       {@code load_weights} does. So is the official MobileNetV2 file, whose names are older than Keras's.
 *   <li>Otherwise, if every layer of the backbone is in the file by name, the file's other layers are left (a file with the
 *       classifier on top).
 *   <li>Any other file is refused.
 * </ol>
 *
 * Within a layer, weights are matched by role ({@code kernel}, {@code gamma} …), or in order where the roles are unknown and
 * the numbers of weights agree. Shapes must be equal. The whole backbone is matched, before any cut, for a cut would shift the
 * order.
 */
final class WeightsMatch {
    private static final int SHOWN = 12;

    private final Backbone whole;
    private final WeightsFile file;
    private final Map<String, List<TensorSpec>> wanted;
    private final Map<String, StoredTensor> found = new HashMap<>();
    private final List<String> problems = new ArrayList<>();
    private boolean byOrder;

    /**
     * Matches.
     *
     * @param whole the uncut backbone
     * @throws InputException if no rule fits, or shapes differ
     */
    WeightsMatch(Backbone whole, WeightsFile file) {
        this.whole = whole;
        this.file = file;
        this.wanted = whole.tensors().stream()
                .collect(Collectors.groupingBy(TensorSpec::layer, LinkedHashMap::new, Collectors.toList()));
        matchLayers();
        if (!problems.isEmpty()) {
            throw new InputException(shortened(problems));
        }
    }

    /** Values by {@link TensorSpec#name()}; what the file lacks is absent. */
    Map<String, float[]> values() {
        Map<String, float[]> values = new HashMap<>();
        found.forEach((name, tensor) -> values.put(name, tensor.values()));
        return values;
    }

    /** Whether layers were matched in order although their names differ. */
    boolean byOrder() {
        return byOrder;
    }

    private void matchLayers() {
        Set<String> inFile =
                file.layers().stream().map(StoredLayer::name).collect(Collectors.toCollection(HashSet::new));
        boolean sameCount = file.layers().size() == wanted.size();
        if (!inFile.isEmpty() && wanted.keySet().containsAll(inFile)
                || !sameCount && inFile.containsAll(wanted.keySet())) {
            file.layers().stream()
                    .filter(layer -> wanted.containsKey(layer.name()))
                    .forEach(layer -> match(wanted.get(layer.name()), layer));
        } else if (sameCount) {
            byOrder = true;
            List<List<TensorSpec>> inOrder = List.copyOf(wanted.values());
            for (int i = 0; i < inOrder.size(); i++) {
                match(inOrder.get(i), file.layers().get(i));
            }
        } else {
            throw new InputException(unlike());
        }
    }

    private void match(List<TensorSpec> specs, StoredLayer layer) {
        Map<String, TensorSpec> byRole = specs.stream().collect(Collectors.toMap(TensorSpec::role, spec -> spec));
        Set<String> roles = layer.tensors().stream().map(StoredTensor::role).collect(Collectors.toSet());
        if (roles.size() == layer.tensors().size() && byRole.keySet().containsAll(roles)) {
            layer.tensors().forEach(tensor -> match(byRole.get(tensor.role()), tensor));
        } else if (layer.tensors().size() == specs.size()) {
            for (int i = 0; i < specs.size(); i++) {
                match(specs.get(i), layer.tensors().get(i));
            }
        } else {
            problems.add(file.path() + ": expected the weights "
                    + specs.stream().map(TensorSpec::role).collect(Collectors.joining(", ")) + " in the layer "
                    + layer.name() + ", found "
                    + layer.tensors().stream().map(StoredTensor::role).collect(Collectors.joining(", ")) + ".");
        }
    }

    private void match(TensorSpec spec, StoredTensor tensor) {
        if (spec.shape().equals(tensor.shape())) {
            found.put(spec.name(), tensor);
        } else {
            problems.add(file.path() + ": expected " + tensor.name() + " to have " + whole.name() + "'s shape "
                    + spec.shape() + ", found " + tensor.shape() + ".");
        }
    }

    private String unlike() {
        List<String> unknown = file.layers().stream()
                .map(StoredLayer::name)
                .filter(name -> !wanted.containsKey(name))
                .toList();
        return file.path() + ": expected the weights of " + whole.name() + " (" + wanted.size() + " layers), found "
                + (file.layers().isEmpty()
                        ? "none."
                        : file.layers().size() + " layers, " + unknown.size() + " of them unknown: " + listed(unknown)
                                + ".");
    }

    /** Names in one line, the first dozen of them. */
    static String listed(List<String> names) {
        String shown = names.stream().limit(SHOWN).collect(Collectors.joining(", "));
        return names.size() <= SHOWN ? shown : shown + " and " + (names.size() - SHOWN) + " more";
    }

    private List<String> shortened(List<String> all) {
        if (all.size() <= SHOWN) {
            return all;
        }
        List<String> some = new ArrayList<>(all.subList(0, SHOWN));
        some.add(file.path() + ": expected " + (all.size() - SHOWN) + " more weights to fit, found them as unlike.");
        return some;
    }
}
