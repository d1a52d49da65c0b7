package io.github.tumorbench.press.analysis;

import io.github.tumorbench.press.analysis.Errors.Agreeing;
import io.github.tumorbench.press.analysis.Errors.Hard;
import io.github.tumorbench.press.analysis.metrics.Agreement;
import io.github.tumorbench.press.analysis.metrics.MetricIntervals;
import io.github.tumorbench.press.analysis.metrics.Outcomes;
import io.github.tumorbench.press.analysis.statistics.Intervals;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Computes {@link Errors}. */
final class ErrorAnalyser {
    private final List<Prepared> networks;
    private final List<String> classes;
    private final Outcomes shared;

    private ErrorAnalyser(List<Prepared> networks, List<String> classes) {
        this.networks = networks;
        this.classes = classes;
        this.shared = networks.get(0).test();
    }

    /** @param networks at least two, on the same images in the same order */
    static Errors of(List<Prepared> networks, List<String> classes) {
        return new ErrorAnalyser(networks, classes).errors();
    }

    private Errors errors() {
        List<Integer> wrongBy = new ArrayList<>(Collections.nCopies(networks.size() + 1, 0));
        List<Hard> hard = new ArrayList<>();
        int voted = 0;
        for (int image = 0; image < shared.size(); image++) {
            int wrong = wrong(image);
            wrongBy.set(wrong, wrongBy.get(wrong) + 1);
            voted += vote(image) == shared.truth()[image] ? 1 : 0;
            if (wrong > 0) {
                hard.add(new Hard(
                        shared.files().get(image), classes.get(shared.truth()[image]), wrong, commonAnswer(image)));
            }
        }
        hard.sort(Comparator.comparingInt(Hard::wrong).reversed().thenComparing(Hard::file));
        Prepared best = networks.stream()
                .max(Comparator.comparingInt(ErrorAnalyser::right))
                .orElseThrow();
        int size = shared.size();
        return new Errors(
                networks.stream().map(Prepared::name).toList(),
                wrongBy,
                hard.subList(0, Math.min(Errors.HARDEST, hard.size())),
                best.name(),
                Intervals.wilson(right(best), size),
                Intervals.wilson(size - wrongBy.get(networks.size()), size),
                Intervals.wilson(voted, size),
                agreements());
    }

    private static int right(Prepared one) {
        int right = 0;
        for (boolean correct : one.test().corrects()) {
            right += correct ? 1 : 0;
        }
        return right;
    }

    private int wrong(int image) {
        return (int) networks.stream().filter(one -> !one.test().correct(image)).count();
    }

    private int[] votes(int image) {
        int[] votes = new int[classes.size()];
        networks.forEach(one -> votes[one.test().predicted()[image]]++);
        return votes;
    }

    private int vote(int image) {
        int[] votes = votes(image);
        int most = Arrays.stream(votes).max().orElseThrow();
        int winner = -1;
        double highest = -1;
        for (int label = 0; label < votes.length; label++) {
            double probability = 0;
            for (Prepared one : networks) {
                probability += one.test().probabilities()[image][label];
            }
            if (votes[label] == most && probability > highest) {
                winner = label;
                highest = probability;
            }
        }
        return winner;
    }

    private String commonAnswer(int image) {
        int[] votes = votes(image);
        votes[shared.truth()[image]] = 0;
        int most = 0;
        for (int label = 1; label < votes.length; label++) {
            most = votes[label] > votes[most] ? label : most;
        }
        return classes.get(most);
    }

    private List<Agreeing> agreements() {
        List<Agreeing> pairs = new ArrayList<>();
        for (int first = 0; first < networks.size(); first++) {
            for (int second = first + 1; second < networks.size(); second++) {
                pairs.add(agreeing(networks.get(first), networks.get(second)));
            }
        }
        return pairs;
    }

    private Agreeing agreeing(Prepared first, Prepared second) {
        int[] a = first.test().predicted();
        int[] b = second.test().predicted();
        long[] counts = new long[classes.size() * classes.size()];
        int bothWrong = 0;
        int eitherWrong = 0;
        int sameWrong = 0;
        for (int i = 0; i < a.length; i++) {
            counts[a[i] * classes.size() + b[i]]++;
            boolean firstWrong = !first.test().correct(i);
            boolean secondWrong = !second.test().correct(i);
            bothWrong += firstWrong && secondWrong ? 1 : 0;
            eitherWrong += firstWrong || secondWrong ? 1 : 0;
            sameWrong += firstWrong && a[i] == b[i] ? 1 : 0;
        }
        long same = 0;
        for (int label = 0; label < classes.size(); label++) {
            same += counts[label * classes.size() + label];
        }
        double kappa = Agreement.kappa(
                same, Agreement.supports(counts, classes.size()), Agreement.predicted(counts, classes.size()));
        return new Agreeing(
                first.name(),
                second.name(),
                (double) same / a.length,
                MetricIntervals.defined(kappa),
                bothWrong,
                eitherWrong,
                sameWrong);
    }
}
