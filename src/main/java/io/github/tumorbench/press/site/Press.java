package io.github.tumorbench.press.site;

import io.github.tumorbench.press.analysis.Bootstrap;
import io.github.tumorbench.press.analysis.ExplainedCsv;
import io.github.tumorbench.press.analysis.Headline;
import io.github.tumorbench.press.analysis.MetricsCsv;
import io.github.tumorbench.press.analysis.MetricsJson;
import io.github.tumorbench.press.analysis.StudyAnalysis;
import io.github.tumorbench.press.figures.FigureBook;
import io.github.tumorbench.press.pages.CitePage;
import io.github.tumorbench.press.pages.Page;
import io.github.tumorbench.press.pages.PageWriter;
import io.github.tumorbench.press.pages.Pages;
import io.github.tumorbench.press.pages.Release;
import io.github.tumorbench.press.pages.Report;
import io.github.tumorbench.record.StudyRecord;
import java.nio.file.Path;
import java.util.List;

/** Turns a record into a report. */
public final class Press {
    private Press() {}

    /**
     * Fills {@code folder} with the report of {@code record}: pages, pictures, figures, {@code data/metrics.json} and a copy
     * of the record's tables. Equal records give equal bytes.
     *
     * @param folder exists and is empty
     * @throws io.github.tumorbench.study.InputException where the record contradicts itself, one of its files cannot be read
     *     or the folder cannot be written
     */
    public static Pressed render(StudyRecord record, Path folder) {
        return render(record, folder, null);
    }

    /** The same for a release, which its pages name; null for none. */
    public static Pressed render(StudyRecord record, Path folder, Release release) {
        return render(record, folder, release, Bootstrap.RESAMPLES);
    }

    /** Of no release, with another number of resamples. */
    static Pressed render(StudyRecord record, Path folder, int resamples) {
        return render(record, folder, null, resamples);
    }

    /** The same with another number of resamples. */
    static Pressed render(StudyRecord record, Path folder, Release release, int resamples) {
        StudyAnalysis analysis = StudyAnalysis.of(record, resamples);
        SiteFolder site = new SiteFolder(folder);
        site.resource("templates/assets/tumorbench.css", "assets/tumorbench.css");
        site.resource("templates/assets/tumorbench.js", "assets/tumorbench.js");
        site.write("data/metrics.json", MetricsJson.write(analysis));
        site.write("data/metrics.csv", MetricsCsv.metrics(analysis));
        site.write("data/comparisons.csv", MetricsCsv.comparisons(analysis));
        ExplainedCsv.files(analysis).forEach((name, text) -> site.write("data/" + name, text));
        FigureBook figures = FigureBook.of(analysis);
        FigureFiles.write(figures, site);
        RecordCopy.copy(record, site);
        Report report = Report.of(record, analysis, release, figures);
        writePages(report, new PictureFiles(record.folder(), site), site);
        return new Pressed(
                analysis.study(), analysis.title(), report.phantom(), report.question(), Headline.of(analysis));
    }

    /** All pages, their figures and tables numbered, then the page that lists those. */
    private static void writePages(Report report, PictureFiles pictures, SiteFolder site) {
        PageWriter writer = new PageWriter();
        Numbering numbering = new Numbering();
        List<Page> pages = Pages.of(report, pictures);
        List<String> texts = pages.parallelStream().map(writer::write).toList();
        for (int i = 0; i < pages.size(); i++) {
            String name = pages.get(i).file();
            site.write(name, numbering.number(name, texts.get(i)));
        }
        CitePage cite = CitePage.of(report, numbering.addresses());
        site.write(cite.file(), writer.write(cite));
        site.write(CitePage.ADDRESSES, Numbering.csv(numbering.addresses()));
    }
}
