package io.github.tumorbench.lab.cache;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Named float arrays in a file: count, then for each in the order of names its name, length and values, big-endian.
 */
public final class TensorFile {
    private TensorFile() {}

    public static void write(Path file, Map<String, float[]> tensors) throws IOException {
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
            out.writeInt(tensors.size());
            for (Map.Entry<String, float[]> tensor : new TreeMap<>(tensors).entrySet()) {
                out.writeUTF(tensor.getKey());
                out.writeInt(tensor.getValue().length);
                ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(tensor.getValue().length, Float.BYTES));
                bytes.asFloatBuffer().put(tensor.getValue());
                out.write(bytes.array());
            }
        }
    }

    public static Map<String, float[]> read(Path file) throws IOException {
        Map<String, float[]> tensors = new TreeMap<>();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            int count = in.readInt();
            for (int i = 0; i < count; i++) {
                String name = in.readUTF();
                float[] values = new float[in.readInt()];
                byte[] bytes = new byte[Math.multiplyExact(values.length, Float.BYTES)];
                in.readFully(bytes);
                ByteBuffer.wrap(bytes).asFloatBuffer().get(values);
                tensors.put(name, values);
            }
        }
        return tensors;
    }
}
