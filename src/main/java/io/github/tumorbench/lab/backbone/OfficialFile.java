package io.github.tumorbench.lab.backbone;

import java.net.URI;
import java.util.Map;

/**
 * A weights file that Keras publishes.
 *
 * @param name of the file
 * @param address where Keras downloads it
 * @param md5 in hexadecimal as Keras's sources state it ({@code WEIGHTS_HASHES} in {@code resnet.py} and
 *     {@code efficientnet.py}), or null: {@code mobilenet_v2.py} states none, so that file is read through instead
 */
record OfficialFile(String name, URI address, String md5) {
    private static final String TENSORFLOW = "https://storage.googleapis.com/tensorflow/keras-applications/";
    private static final String KERAS = "https://storage.googleapis.com/keras-applications/";

    /**
     * The ImageNet weights without the top, by backbone. MobileNetV2's are those trained at 224 pixels, whatever the input:
     * Keras has others for four smaller sizes.
     */
    static final Map<String, OfficialFile> IMAGENET = Map.of(
            MobileNetV2.NAME,
            at(TENSORFLOW + "mobilenet_v2/", "mobilenet_v2_weights_tf_dim_ordering_tf_kernels_1.0_224_no_top.h5", null),
            ResNet50.NAME,
            at(
                    TENSORFLOW + "resnet/",
                    "resnet50_weights_tf_dim_ordering_tf_kernels_notop.h5",
                    "4d473c1dd8becc155b73f8504c6f6626"),
            EfficientNetB0.NAME,
            at(KERAS, "efficientnetb0_notop.h5", "50bc09e76180e00e4465e1a485ddc09d"));

    private static OfficialFile at(String folder, String name, String md5) {
        return new OfficialFile(name, URI.create(folder + name), md5);
    }
}
