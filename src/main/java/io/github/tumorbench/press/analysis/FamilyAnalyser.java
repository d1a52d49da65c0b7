package io.github.tumorbench.press.analysis;

import io.github.tumorbench.press.analysis.Comparison.Area;
import io.github.tumorbench.press.analysis.metrics.ClassMetric;
import io.github.tumorbench.press.analysis.metrics.Outcomes;
import io.github.tumorbench.press.analysis.metrics.OverallMetric;
import io.github.tumorbench.press.analysis.metrics.Scorer;
import io.github.tumorbench.press.analysis.statistics.DeLong;
import io.github.tumorbench.press.analysis.statistics.Estimate;
import io.github.tumorbench.press.analysis.statistics.Holm;
import io.github.tumorbench.press.analysis.statistics.McNemar;
import io.github.tumorbench.press.analysis.statistics.Resampled;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Compares the members of one family. */
final class FamilyAnalyser {
    private final ImageFamily family;
    private final List<Prepared> members;
    private final List<String> classes;
    private final List<Integer> ranked;
    private final DeLong[][] areas;

    private FamilyAnalyser(ImageFamily family, List<String> classes) {
        this.family = family;
        this.classes = classes;
        this.members = called(family.members());
        double[] accuracy = members.stream()
                .mapToDouble(one -> one.scorer().score()[Scorer.index(OverallMetric.ACCURACY)])
                .toArray();
        this.ranked = IntStream.range(0, members.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -accuracy[i]))
                .toList();
        this.areas = new DeLong[members.size()][classes.size()];
        for (int member = 0; member < members.size(); member++) {
            Outcomes test = members.get(member).test();
            for (int label = 0; label < classes.size(); label++) {
                areas[member][label] = DeLong.of(test.scores(label), test.positives(label));
            }
        }
    }

    /** By the shortest names that tell these apart: what all of them share needs no telling. */
    private static List<Prepared> called(List<Prepared> members) {
        Map<String, String> names =
                ExperimentName.ofAll(members.stream().map(Prepared::record).toList());
        return members.stream().map(one -> one.called(names.get(one.id()))).toList();
    }

    static Family analyse(ImageFamily family, List<String> classes) {
        FamilyAnalyser analyser = new FamilyAnalyser(family, classes);
        List<Comparison> pairs = analyser.members.get(0).test().size() == 0 ? List.of() : analyser.pairs();
        List<Prepared> networks =
                analyser.members.stream().filter(one -> !one.facts().ensemble()).toList();
        return new Family(
                analyser.members.get(0).test().size(),
                analyser.ranked.stream().map(analyser::id).toList(),
                pairs,
                analyser.groups(pairs),
                networks.size() < 2 || pairs.isEmpty() ? null : ErrorAnalyser.of(networks, classes));
    }

    private String id(int member) {
        return members.get(member).id();
    }

    private record Tested(int first, int second, McNemar mcNemar, List<Area> areas) {}

    private List<Comparison> pairs() {
        List<Tested> tested = new ArrayList<>();
        for (int better = 0; better < ranked.size(); better++) {
            for (int worse = better + 1; worse < ranked.size(); worse++) {
                tested.add(test(ranked.get(better), ranked.get(worse)));
            }
        }
        List<Double> accuracies =
                Holm.adjust(tested.stream().map(one -> one.mcNemar().p()).toList());
        List<Double> adjustedAreas = Holm.adjust(tested.stream()
                .flatMap(one -> one.areas().stream().map(Area::p))
                .toList());
        List<List<Area>> adjusted = new ArrayList<>();
        int area = 0;
        for (Tested one : tested) {
            List<Area> ofPair = new ArrayList<>();
            for (Area test : one.areas()) {
                ofPair.add(new Area(test.name(), test.difference(), test.p(), adjustedAreas.get(area++)));
            }
            adjusted.add(ofPair);
        }
        return IntStream.range(0, tested.size())
                .parallel()
                .mapToObj(i -> comparison(tested.get(i), accuracies.get(i), adjusted.get(i)))
                .toList();
    }

    private Tested test(int first, int second) {
        List<Area> tests = new ArrayList<>();
        for (int label = 0; label < classes.size(); label++) {
            DeLong.Test test = DeLong.test(areas[first][label], areas[second][label]);
            if (test != null) {
                Estimate difference = new Estimate(test.difference(), test.low(), test.high(), "DeLong 95 %, paired");
                tests.add(new Area(classes.get(label), difference, test.p(), test.p()));
            }
        }
        McNemar mcNemar = McNemar.of(
                members.get(first).test().corrects(), members.get(second).test().corrects());
        return new Tested(first, second, mcNemar, tests);
    }

    private Comparison comparison(Tested one, double holm, List<Area> adjusted) {
        return new Comparison(
                id(one.first()),
                members.get(one.first()).name(),
                id(one.second()),
                members.get(one.second()).name(),
                members.get(0).test().size(),
                difference(one, OverallMetric.ACCURACY),
                difference(one, OverallMetric.BALANCED_ACCURACY),
                difference(one, OverallMetric.MACRO_F1),
                difference(one, OverallMetric.AUROC_MACRO),
                IntStream.range(0, classes.size())
                        .mapToObj(label ->
                                family.difference(one.first(), one.second(), Scorer.index(label, ClassMetric.F1)))
                        .toList(),
                one.mcNemar(),
                holm,
                adjusted);
    }

    private Resampled difference(Tested one, OverallMetric metric) {
        return family.difference(one.first(), one.second(), Scorer.index(metric));
    }

    private List<List<String>> groups(List<Comparison> pairs) {
        List<String> ids = ranked.stream().map(this::id).toList();
        List<List<String>> groups = new ArrayList<>();
        int covered = 0;
        for (int start = 0; start < ids.size(); start++) {
            int end = start + 1;
            while (end < ids.size() && alike(ids, start, end, pairs)) {
                end++;
            }
            if (end - start > 1 && end > covered) {
                groups.add(ids.subList(start, end));
                covered = end;
            }
        }
        return groups;
    }

    /** Whether the experiment at {@code next} cannot be told from any of those from {@code start} on. */
    private static boolean alike(List<String> ids, int start, int next, List<Comparison> pairs) {
        return pairs.stream()
                .filter(pair -> pair.second().equals(ids.get(next)))
                .filter(pair -> ids.subList(start, next).contains(pair.first()))
                .noneMatch(Comparison::different);
    }
}
