package io.github.tumorbench.press.analysis.files;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * JSON as the press's files have it: small enough to be published by the thousand, yet in lines that can be read and compared.
 * What fits a line stands on one; a longer object or list has a line for each of its members, a longer list of plain values as
 * many lines as they fill. Lines end in {@code \n}.
 */
public final class JsonText {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Characters of a line, indentation not counted: enough for one metric with its intervals. One value may be longer. */
    private static final int LINE = 400;

    private JsonText() {}

    /**
     * Writes a value.
     *
     * @param value a tree of JSON, or maps, lists, records, numbers and strings
     */
    public static String of(Object value) {
        StringBuilder out = new StringBuilder();
        write(MAPPER.valueToTree(value), 0, out);
        return out.append('\n').toString();
    }

    private static void write(JsonNode node, int depth, StringBuilder out) {
        String line = node.toString();
        if (line.length() <= LINE || node.isValueNode()) {
            out.append(line);
            return;
        }
        String next = "\n" + " ".repeat(depth + 1);
        out.append(node.isObject() ? '{' : '[');
        if (node.isArray() && plain(node)) {
            out.append(next).append(String.join("," + next, filled(node)));
        } else {
            members(node, depth + 1, next, out);
        }
        out.append('\n').append(" ".repeat(depth)).append(node.isObject() ? '}' : ']');
    }

    private static void members(JsonNode node, int depth, String next, StringBuilder out) {
        String before = next;
        Iterator<Map.Entry<String, JsonNode>> fields = node.fields();
        for (JsonNode member : node) {
            out.append(before);
            if (node.isObject()) {
                out.append(MAPPER.getNodeFactory().textNode(fields.next().getKey()))
                        .append(':');
            }
            write(member, depth, out);
            before = "," + next;
        }
    }

    private static boolean plain(JsonNode list) {
        for (JsonNode one : list) {
            if (one.isContainerNode()) {
                return false;
            }
        }
        return true;
    }

    /** The list's values in lines. */
    private static List<String> filled(JsonNode list) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (JsonNode one : list) {
            String value = one.toString();
            if (!line.isEmpty() && line.length() + value.length() >= LINE) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : ",").append(value);
        }
        lines.add(line.toString());
        return lines;
    }
}
