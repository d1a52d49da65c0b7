package io.github.tumorbench.lab.pipeline;

import io.github.tumorbench.lab.backbone.Backbone;
import io.github.tumorbench.lab.backbone.TensorSpec;
import io.github.tumorbench.study.Digests;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;

/** Names a backbone's tensors by their numbers, wherever they came from. */
final class TensorDigest {
    private TensorDigest() {}

    /**
     * SHA-256 over each tensor's name and numbers, in the backbone's order.
     *
     * @param tensors more than the backbone's do not matter; a tensor that it does not compute with may be missing
     */
    static String of(Backbone backbone, Map<String, float[]> tensors) {
        MessageDigest digest = Digests.sha256();
        for (TensorSpec spec : backbone.tensors()) {
            float[] values = tensors.get(spec.name());
            if (values != null) {
                digest.update((spec.name() + " " + values.length + "\n").getBytes(StandardCharsets.UTF_8));
                ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(values.length, Float.BYTES));
                bytes.asFloatBuffer().put(values);
                digest.update(bytes.array());
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
