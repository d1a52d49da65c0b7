package io.github.tumorbench.press.analysis.explained;

import io.github.tumorbench.record.Explanations;

/** Where a map comes from: the network, in one of several ways, or a rival that looks at no image. */
public enum MapMethod {
    /** Of the predicted class (Selvaraju et al. 2017). */
    GRADCAM("gradcam", "Grad-CAM"),
    /** Of the predicted class (Chattopadhay et al. 2018). */
    GRADCAM_PLUS_PLUS("gradcam++", "Grad-CAM++"),
    /** Of the predicted class (Draelos and Carin 2020). */
    HIRESCAM("hirescam", "HiResCAM"),
    /** Grad-CAM of the true class where another was predicted. */
    TRUE_CLASS("gradcam-true-class", "Grad-CAM of the true class"),
    /** Drop of the probability under a grey patch (Zeiler and Fergus 2014). */
    OCCLUSION("occlusion", "Occlusion"),
    /** A blob in the middle of the image. */
    CENTRE("centre", "Image centre"),
    /** The best of many random maps, the same for every image. */
    RANDOM("random", "Best random map"),
    /** Pixels in a random order. */
    SHUFFLED("shuffled", "Random order");

    private final String key;
    private final String words;

    MapMethod(String key, String words) {
        this.key = key;
        this.words = words;
    }

    /** As files name it. */
    public String key() {
        return key;
    }

    /** As a reader sees it. */
    public String words() {
        return words;
    }

    /** The method of this key, null where there is none. */
    static MapMethod of(String key) {
        for (MapMethod method : values()) {
            if (method.key.equals(key)) {
                return method;
            }
        }
        return null;
    }

    /** The method of a measured map, null where there is none; Grad-CAM of another class than the predicted one is its own. */
    public static MapMethod of(Explanations.Attention row) {
        MapMethod method = of(row.method());
        return method == MapMethod.GRADCAM && !row.target().equals(row.predicted()) ? MapMethod.TRUE_CLASS : method;
    }
}
