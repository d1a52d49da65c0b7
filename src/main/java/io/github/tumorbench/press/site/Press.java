package io.github.tumorbench.press.site;

import io.github.tumorbench.press.analysis.Bootstrap;
import io.github.tumorbench.press.analysis.ExplainedCsv;
import io.github.tumorbench.press.analysis.MetricsCsv;
import io.github.tumorbench.press.analysis.MetricsJson;
import io.github.tumorbench.press.analysis.StudyAnalysis;
import io.github.tumorbench.press.figures.FigureBook;
import io.github.tumorbench.press.pages.Page;
import io.github.tumorbench.press.pages.PageWriter;
import io.github.tumorbench.press.pages.Pages;
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
    public static void render(StudyRecord record, Path folder) {
        render(record, folder, Bootstrap.RESAMPLES);
    }

    /** The same with another number of resamples. */
    static void render(StudyRecord record, Path folder, int resamples) {
        StudyAnalysis analysis = StudyAnalysis.of(record, resamples);
        SiteFolder site = new SiteFolder(folder);
        site.resource("templates/assets/tumorbench.css", "assets/tumorbench.css");
        site.write("data/metrics.json", MetricsJson.write(analysis));
        site.write("data/metrics.csv", MetricsCsv.metrics(analysis));
        site.write("data/comparisons.csv", MetricsCsv.comparisons(analysis));
        ExplainedCsv.files(analysis).forEach((name, text) -> site.write("data/" + name, text));
        FigureBook figures = FigureBook.of(analysis);
        FigureFiles.write(figures, site);
        RecordCopy.copy(record, site);
        List<Page> pages = Pages.of(Report.of(record, analysis, "", figures), new PictureFiles(record.folder(), site));
        PageWriter writer = new PageWriter();
        pages.parallelStream().forEach(page -> site.write(page.file(), writer.write(page)));
    }
}
