package io.github.tumorbench.lab.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.AssignVariableOp;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.VarHandleOp;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TType;

/**
 * The float variables of one graph. Each is read by one operation, so that gradients and updates of a step speak of the same
 * values.
 */
final class Variables {
    /** One variable: where it lives, its value in this step, and how it is set from outside. */
    record Variable(
            String name,
            long[] shape,
            Operand<? extends TType> handle,
            Operand<TFloat32> value,
            Placeholder<TFloat32> given,
            AssignVariableOp assign) {}

    private final Ops tf;
    private final Map<String, Variable> variables = new LinkedHashMap<>();

    Variables(Ops tf) {
        this.tf = tf;
    }

    Variable add(String name, long... shape) {
        VarHandleOp handle =
                tf.varHandleOp(TFloat32.class, Shape.of(shape), VarHandleOp.sharedName(name.replace('/', '_')));
        Placeholder<TFloat32> given = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(shape)));
        Variable variable = new Variable(
                name,
                shape.clone(),
                handle,
                tf.readVariableOp(handle, TFloat32.class),
                given,
                tf.assignVariableOp(handle, given));
        variables.put(name, variable);
        return variable;
    }

    /** Names in the order in which they were added. */
    Set<String> names() {
        return variables.keySet();
    }

    /** The variable of that name, or null. */
    Variable get(String name) {
        return variables.get(name);
    }

    /**
     * Sets every named variable; names without a variable are an error. All in one run: each different run costs TensorFlow
     * an optimisation of the whole graph.
     */
    void set(Session session, Map<String, float[]> values) {
        try (Fed fed = new Fed()) {
            Session.Runner runner = session.runner();
            values.forEach((name, array) -> {
                Variable variable = variables.get(name);
                runner.feed(variable.given(), fed.add(Tensors.floats(array, variable.shape())));
                runner.addTarget(variable.assign());
            });
            runner.run().close();
        }
    }

    /** Values of all variables whose names {@code wanted} holds. */
    Map<String, float[]> values(Session session, Iterable<String> wanted) {
        Session.Runner runner = session.runner();
        wanted.forEach(name -> runner.fetch(variables.get(name).value()));
        Map<String, float[]> values = new TreeMap<>();
        try (Result result = runner.run()) {
            int i = 0;
            for (String name : wanted) {
                values.put(name, Tensors.toFloats(result.get(i++)));
            }
        }
        return values;
    }
}
