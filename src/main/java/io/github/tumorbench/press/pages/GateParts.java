package io.github.tumorbench.press.pages;

import io.github.tumorbench.press.analysis.changes.GateResult;
import io.github.tumorbench.press.analysis.changes.GateVerdict;
import java.util.ArrayList;
import java.util.List;

/** What the gate says, in sentences and tables. */
final class GateParts {
    private GateParts() {}

    static List<String> lead(GateResult gate) {
        List<String> lead = new ArrayList<>();
        lead.add("%s by more than %s and by more than noise (p below %s after Holm’s correction over %s)."
                .formatted(
                        gate.failures().isEmpty()
                                ? "No metric fell"
                                : Format.counted(gate.failures().size(), "metric fell", "metrics fell"),
                        Format.setting(gate.gate().margin()),
                        Format.setting(gate.gate().alpha()),
                        Format.counted(tests(gate), "test", "tests")));
        if (!gate.missing().isEmpty()) {
            lead.add("Missing, which fails by itself: " + String.join(", ", gate.missing()) + ".");
        }
        return lead;
    }

    private static long tests(GateResult gate) {
        return gate.verdicts().stream().filter(one -> one.holm() != null).count();
    }

    static List<Part> of(GateResult gate) {
        List<Part> parts = new ArrayList<>();
        if (!gate.failures().isEmpty()) {
            parts.add(part("failures", "Failures", "What fails the gate", gate.failures(), false));
        }
        List<GateVerdict> others = gate.verdicts().stream()
                .filter(one -> one.outcome() != GateVerdict.Outcome.FAILED)
                .toList();
        if (!others.isEmpty()) {
            parts.add(part("passed", "Passed", "What passes the gate", others, true));
        }
        return parts;
    }

    private static Part part(String id, String title, String caption, List<GateVerdict> verdicts, boolean folded) {
        return new Part(id, title, List.of(), List.of(ChangesTables.verdicts(caption, verdicts)), folded);
    }
}
