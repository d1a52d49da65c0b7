package io.github.tumorbench.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.github.tumorbench.study.InputException;
import java.util.Collection;

/** What Jackson finds wrong, in the words of a problem: place, what was expected, what was found. */
final class JsonProblems {
    private static final int SHOWN = 60;

    private JsonProblems() {}

    /** No JSON at all. */
    static InputException syntax(String name, JsonProcessingException e) {
        String place = e.getLocation() == null
                ? ""
                : " at line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
        String message = e.getOriginalMessage().strip().replaceAll("\\s*\\R\\s*", " ");
        return new InputException(name + ": expected JSON, found an error" + place + ": " + message, e);
    }

    /** JSON that is not of the type. */
    static InputException of(String name, JsonNode tree, JsonMappingException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof InputException problems) {
                return problems;
            }
        }
        String path = path(e);
        String place = path.isEmpty() ? name : name + ": " + path;
        if (e instanceof UnrecognizedPropertyException) {
            return new InputException(place + ": unknown key", e);
        }
        JsonNode found = at(tree, e);
        return new InputException(place + ": expected " + expected(found, e) + ", found " + shown(found), e);
    }

    private static String expected(JsonNode found, JsonMappingException e) {
        if (found.isMissingNode() || !(e instanceof MismatchedInputException mismatch)) {
            return "a value";
        }
        Class<?> type = mismatch.getTargetType() == null ? Object.class : mismatch.getTargetType();
        if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
            return "an integer";
        }
        if (type == double.class || type == Double.class) {
            return "a number";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == String.class) {
            return "text";
        }
        return Collection.class.isAssignableFrom(type) ? "a list without nulls" : "an object";
    }

    private static JsonNode at(JsonNode tree, JsonMappingException e) {
        JsonNode node = tree;
        for (JsonMappingException.Reference step : e.getPath()) {
            node = step.getFieldName() == null ? node.path(step.getIndex()) : node.path(step.getFieldName());
        }
        return node;
    }

    private static String shown(JsonNode node) {
        String text = node.isMissingNode() ? "nothing" : node.toString();
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }

    /** The keys that lead to the place, e.g. {@code stages[0].seconds}. */
    static String path(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }
}
