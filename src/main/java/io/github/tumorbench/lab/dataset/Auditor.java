package io.github.tumorbench.lab.dataset;

import io.github.tumorbench.record.Audit;
import io.github.tumorbench.record.Audit.ClassStatistics;
import io.github.tumorbench.record.Audit.Finding;
import io.github.tumorbench.record.Audit.Probe;
import io.github.tumorbench.record.StudyRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** What is wrong with the data, in sentences a clinician understands. */
final class Auditor {
    private final AuditMaterial material;
    private final long seed;

    Auditor(AuditMaterial material, long seed) {
        this.material = material;
        this.seed = seed;
    }

    Audit audit(String dataset, Edition edition) {
        List<Probe> probes = new ShortcutProbes(material, seed).probes();
        CopyFindings copies = new CopyFindings(material);
        OriginFindings origins = new OriginFindings(material);
        FileFindings files = new FileFindings(material);
        List<Finding> findings = List.of(
                copies.exactDuplicates(),
                copies.nearDuplicates(),
                copies.crossSplitExact(),
                copies.crossSplitNear(),
                origins.crossSplitSlice(),
                origins.crossSplitPatient(),
                origins.labelConflicts(),
                files.classBalance(),
                files.embeddedMetadata(),
                files.burntInText(),
                files.unreadable(),
                ShortcutProbes.finding(probes));
        return new Audit(
                StudyRecord.SCHEMA_VERSION,
                dataset,
                edition.name(),
                material.count(),
                findings,
                edition.missing(),
                edition.added(),
                statistics(),
                probes);
    }

    private List<ClassStatistics> statistics() {
        Map<String, List<Look>> classes = new TreeMap<>();
        for (Look look : material.looks()) {
            if (look.image().readable()) {
                classes.computeIfAbsent(look.image().entry().label(), key -> new ArrayList<>())
                        .add(look);
            }
        }
        return classes.entrySet().stream()
                .map(one -> statistics(one.getKey(), one.getValue()))
                .toList();
    }

    private static ClassStatistics statistics(String label, List<Look> looks) {
        return new ClassStatistics(
                label,
                looks.size(),
                mean(looks, look -> look.image().width()),
                mean(looks, look -> look.image().height()),
                mean(looks, look -> look.image().channels() == 1 ? 1 : 0),
                mean(looks, look -> look.traits().mean()),
                mean(looks, look -> look.traits().contrast()),
                mean(looks, look -> look.traits().border()),
                mean(looks, look -> look.traits().borderContrast()));
    }

    private static double mean(List<Look> looks, ToDoubleFunction<Look> value) {
        return looks.stream().mapToDouble(value).average().orElseThrow();
    }
}
