package io.github.tumorbench.bench;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * Writes ONNX's messages: ModelProto, GraphProto, NodeProto, AttributeProto, TensorProto and ValueInfoProto of onnx.proto (IR
 * version 8, operator set 13), with the few of their fields that a float network needs.
 */
final class OnnxGraph {
    private static final int IR_VERSION = 8;
    private static final int OPERATOR_SET = 13;
    private static final int FLOAT = 1;
    private static final int INT64 = 7;
    private static final int ATTRIBUTE_INT = 2;
    private static final int ATTRIBUTE_INTS = 7;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CodedOutputStream graph = CodedOutputStream.newInstance(bytes);

    /** A whole number or several as an operator's attribute. */
    record Attribute(String name, boolean list, long... values) {
        static Attribute one(String name, long value) {
            return new Attribute(name, false, value);
        }

        static Attribute several(String name, long... values) {
            return new Attribute(name, true, values);
        }
    }

    /** Writes a message's fields. */
    @FunctionalInterface
    private interface Fields {
        void write(CodedOutputStream out) throws IOException;
    }

    OnnxGraph() {
        try {
            graph.writeString(2, "network");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A node of one output, which names it. */
    String node(String operator, String output, List<String> inputs, Attribute... attributes) {
        field(graph, 1, node -> {
            for (String input : inputs) {
                node.writeString(1, input);
            }
            node.writeString(2, output);
            node.writeString(3, output);
            node.writeString(4, operator);
            for (Attribute attribute : attributes) {
                field(node, 5, out -> write(attribute, out));
            }
        });
        return output;
    }

    private static void write(Attribute attribute, CodedOutputStream out) throws IOException {
        out.writeString(1, attribute.name());
        if (attribute.list()) {
            for (long value : attribute.values()) {
                out.writeInt64(8, value);
            }
        } else {
            out.writeInt64(3, attribute.values()[0]);
        }
        out.writeEnum(20, attribute.list() ? ATTRIBUTE_INTS : ATTRIBUTE_INT);
    }

    /** A constant of floats, row-major. */
    String constant(String name, float[] values, long... shape) {
        ByteBuffer raw = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        raw.asFloatBuffer().put(values);
        return constant(name, FLOAT, raw, shape);
    }

    /** A constant of whole numbers. */
    String constant(String name, long... values) {
        ByteBuffer raw = ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        raw.asLongBuffer().put(values);
        return constant(name, INT64, raw, values.length);
    }

    private String constant(String name, int type, ByteBuffer raw, long... shape) {
        field(graph, 5, tensor -> {
            for (long size : shape) {
                tensor.writeInt64(1, size);
            }
            tensor.writeInt32(2, type);
            tensor.writeString(8, name);
            tensor.writeByteArray(9, raw.array());
        });
        return name;
    }

    void input(String name, long... shape) {
        field(graph, 11, out -> value(name, shape, out));
    }

    void output(String name, long... shape) {
        field(graph, 12, out -> value(name, shape, out));
    }

    private static void value(String name, long[] shape, CodedOutputStream out) throws IOException {
        out.writeString(1, name);
        field(
                out,
                2,
                type -> field(type, 1, tensor -> {
                    tensor.writeInt32(1, FLOAT);
                    field(tensor, 2, sizes -> {
                        for (long size : shape) {
                            field(sizes, 1, dimension -> dimension.writeInt64(1, size));
                        }
                    });
                }));
    }

    /** The model; nothing can be added afterwards. */
    byte[] model() {
        try {
            graph.flush();
            ByteArrayOutputStream model = new ByteArrayOutputStream();
            CodedOutputStream out = CodedOutputStream.newInstance(model);
            out.writeInt64(1, IR_VERSION);
            out.writeByteArray(7, bytes.toByteArray());
            field(out, 8, set -> set.writeInt64(2, OPERATOR_SET));
            out.flush();
            return model.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void field(CodedOutputStream out, int number, Fields fields) {
        try {
            ByteArrayOutputStream message = new ByteArrayOutputStream();
            CodedOutputStream inner = CodedOutputStream.newInstance(message);
            fields.write(inner);
            inner.flush();
            out.writeByteArray(number, message.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
