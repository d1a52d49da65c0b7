package io.github.tumorbench.press.pages;

import io.github.tumorbench.press.analysis.ExperimentAnalysis;
import io.github.tumorbench.press.analysis.Family;
import io.github.tumorbench.press.analysis.StudyAnalysis;
import io.github.tumorbench.press.analysis.findings.Findings;
import io.github.tumorbench.press.figures.Figures;
import io.github.tumorbench.record.ManifestRow;
import io.github.tumorbench.study.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The first page: what was asked, the answer, the leaderboard, what not to conclude.
 *
 * @param question what was asked, in words
 * @param asked dataset, images, protocol, seed
 * @param answer at most {@link #SENTENCES}; empty where no image was tested
 * @param boards one for each set of test images
 * @param figures accuracy, and recall of each class; empty without experiments
 * @param cost accuracy against cost; null where there is nothing to compare
 * @param cautions what not to conclude
 * @param withoutCopies no rows where no test image has a copy in training
 */
public record IndexPage(
        Frame frame,
        String question,
        List<Term> asked,
        List<Detail> answer,
        List<Board> boards,
        List<FigureView> figures,
        FigureView cost,
        List<Detail> cautions,
        Table withoutCopies)
        implements Page {
    /** Name of the page's file. */
    public static final String FILE = "index.html";

    /** How long the answer may be. */
    static final int SENTENCES = 5;

    public IndexPage {
        asked = List.copyOf(asked);
        answer = List.copyOf(answer);
        boards = List.copyOf(boards);
        figures = List.copyOf(figures);
        cautions = List.copyOf(cautions);
    }

    /** A sentence, and where its numbers are. */
    public record Detail(String sentence, String label, String href) {}

    /**
     * The experiments on one set of test images.
     *
     * @param title empty where there is but one set
     * @param images which images these are, in words; empty where the title is
     * @param more findings that the answer leaves out
     */
    public record Board(String title, String images, Table table, List<Detail> more) {
        public Board {
            more = List.copyOf(more);
        }
    }

    static IndexPage of(Report report) {
        StudyAnalysis analysis = report.analysis();
        boolean empty = analysis.experiments().isEmpty();
        List<Detail> answer = Answer.of(report);
        return new IndexPage(
                report.frame("Overview", FILE),
                Question.of(report),
                asked(report),
                answer,
                boards(report, answer),
                empty
                        ? List.of()
                        : List.of(report.figure(Figures.ACCURACY).withoutReading(), report.figure(Figures.RECALL)),
                report.found(Figures.COST).orElse(null),
                Cautions.of(report),
                Leaderboard.withoutCopies(report));
    }

    /** Whether there is no experiment to show. */
    public boolean empty() {
        return boards.isEmpty();
    }

    private static List<Board> boards(Report report, List<Detail> answer) {
        List<Board> boards = new ArrayList<>();
        List<Family> families = report.analysis().families();
        for (int i = 0; i < families.size(); i++) {
            StudyAnalysis within = report.analysis().within(families.get(i));
            String protocols = Findings.protocols(within, families.get(i));
            boards.add(new Board(
                    families.size() == 1 ? "" : protocols.isEmpty() ? "Without test images" : "Protocol " + protocols,
                    families.size() == 1 || protocols.isEmpty()
                            ? ""
                            : "Tested on "
                                    + Question.tested(within.experiments().stream()
                                            .map(ExperimentAnalysis::protocol)
                                            .distinct()
                                            .toList())
                                    + ".",
                    Leaderboard.of(report, within),
                    Answer.details(report, i).stream()
                            .filter(detail -> answer.stream()
                                    .noneMatch(said -> said.sentence().endsWith(detail.sentence())))
                            .toList()));
        }
        return boards;
    }

    @Override
    public String file() {
        return FILE;
    }

    @Override
    public String template() {
        return "index";
    }

    private static List<Term> asked(Report report) {
        var run = report.record().run();
        var study = run.study();
        List<Term> terms = new ArrayList<>();
        String edition = report.record().audit().edition();
        terms.add(
                Term.of("Dataset", run.provenance().dataset(), edition.equals("unknown") ? "" : "edition " + edition));
        terms.add(Term.of("Classes", String.join(", ", run.classes())));
        terms.add(Term.of(
                "Images",
                Format.counted(split(report, "training"), "training", "training") + ", "
                        + Format.counted(split(report, "validation"), "validation", "validation") + ", "
                        + Format.counted(split(report, "testing"), "test", "test")));
        terms.add(Term.of(
                "Protocol",
                study.protocols().stream().map(Protocol::id).collect(Collectors.joining(", ")),
                study.protocols().equals(List.of(Protocol.OFFICIAL))
                        ? "the dataset’s own training and test images"
                        : ""));
        terms.add(Term.of("Seed", Long.toString(study.seed())));
        return terms;
    }

    private static long split(Report report, String split) {
        return report.record().manifest().stream()
                .map(ManifestRow::split)
                .filter(split::equals)
                .count();
    }
}
