package io.github.tumorbench.press.site;

import io.github.tumorbench.press.analysis.StudyAnalysis;
import io.github.tumorbench.press.analysis.files.ExplainedCsv;
import io.github.tumorbench.press.analysis.files.JsonText;
import io.github.tumorbench.press.analysis.files.MetricsCsv;
import io.github.tumorbench.press.analysis.files.MetricsJson;
import io.github.tumorbench.press.analysis.findings.Headline;
import io.github.tumorbench.press.analysis.statistics.Bootstrap;
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
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
        FigureBook figures = FigureBook.of(analysis);
        List<Runnable> files = List.of(
                () -> site.write("data/metrics.json", MetricsJson.write(analysis)),
                () -> site.write("data/metrics.csv", MetricsCsv.metrics(analysis)),
                () -> site.write("data/comparisons.csv", MetricsCsv.comparisons(analysis)),
                () -> ExplainedCsv.files(analysis).forEach((name, text) -> site.write("data/" + name, text)),
                () -> FigureFiles.write(figures, site),
                () -> RecordCopy.copy(record, site));
        files.parallelStream().forEach(Runnable::run);
        Report report = Report.of(record, analysis, release, figures);
        List<Page> pages = writePages(report, new PictureFiles(record.folder(), site), site);
        describe(report, pages, site);
        return new Pressed(
                analysis.study(), analysis.title(), report.phantom(), report.question(), Headline.of(analysis));
    }

    /** All pages, their figures and tables numbered, then the page that lists those. */
    private static List<Page> writePages(Report report, PictureFiles pictures, SiteFolder site) {
        PageWriter writer = new PageWriter();
        Numbering numbering = new Numbering();
        List<Page> pages = Pages.of(report, pictures);
        List<String> texts = pages.parallelStream().map(writer::write).toList();
        List<String> numbered = IntStream.range(0, pages.size())
                .mapToObj(i -> numbering.number(pages.get(i).file(), texts.get(i)))
                .toList();
        IntStream.range(0, pages.size()).parallel().forEach(i -> write(pages.get(i), numbered.get(i), site));
        CitePage cite = CitePage.of(report, numbering.addresses());
        write(cite, writer.write(cite), site);
        site.write(CitePage.ADDRESSES, Numbering.csv(numbering.addresses()));
        return Stream.concat(pages.stream(), Stream.of(cite)).toList();
    }

    /** A page and what it says as data. */
    private static void write(Page page, String html, SiteFolder site) {
        site.write(page.file(), html);
        PageData data = PageData.of(page.file(), Html.parse(html));
        String place = page.frame().metadata().data();
        site.write(place + ".json", JsonText.of(data.json()));
        site.write(place + ".csv", data.csv());
    }

    /** What the folder holds, for programs; last, as it names every file. */
    private static void describe(Report report, List<Page> pages, SiteFolder site) {
        if (report.release() != null && report.release().address() != null) {
            site.write(Sitemap.FILE, Sitemap.of(report.release(), pages));
        }
        Map<String, String> titles = pages.stream()
                .collect(Collectors.toMap(Page::file, page -> page.frame().title()));
        site.write(RoCrate.FILE, JsonText.of(RoCrate.of(report, site.files(), titles)));
    }
}
