package io.github.tumorbench.press.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tumorbench.press.site.TestRecords.Shape;
import io.github.tumorbench.record.Audit;
import io.github.tumorbench.record.Execution;
import io.github.tumorbench.record.Experiment;
import io.github.tumorbench.record.ExperimentRecord;
import io.github.tumorbench.record.ManifestRow;
import io.github.tumorbench.record.RecordReader;
import io.github.tumorbench.record.RecordWriter;
import io.github.tumorbench.record.Run;
import io.github.tumorbench.record.StudyRecord;
import io.github.tumorbench.study.DatasetSpec;
import io.github.tumorbench.study.Study;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages of data, methods, datasheet and governance, and the model cards. */
class FactPagesTest {
    private static final List<String> PAGES = List.of("data.html", "methods.html", "datasheet.html", "governance.html");

    private static final Shape PLAIN = Shape.usual().withoutPictures();

    @TempDir
    Path folder;

    private Path render(Shape shape, UnaryOperator<StudyRecord> change) throws IOException {
        Path record = folder.resolve("record");
        StudyRecord changed = change.apply(TestRecords.write(shape, record));
        RecordWriter.write(changed, record);
        Path site = Files.createDirectories(folder.resolve("site"));
        Press.render(RecordReader.read(record), site, Site.RESAMPLES);
        return site;
    }

    private Path render() throws IOException {
        return render(PLAIN, UnaryOperator.identity());
    }

    private static Document page(Path site, String name) throws IOException {
        return Jsoup.parse(Files.readString(site.resolve(name)));
    }

    private static List<String> table(Document page, String caption) {
        return page.select("table").stream()
                .filter(table -> table.selectFirst("caption").text().equals(caption))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no table " + caption))
                .select("tbody tr")
                .eachText();
    }

    @Test
    void countsAddUp() throws IOException {
        Document data = page(render(), "data.html");

        assertThat(table(data, "Images by class and split"))
                .containsExactly(
                        "glioma 60 10 30 100",
                        "meningioma 60 10 30 100",
                        "notumor 60 10 30 100",
                        "pituitary 60 10 30 100",
                        "All 240 40 120 400");
    }

    @Test
    void leakedTestImagesAreWarnedOfWithTheirShare() throws IOException {
        Document data = page(render(), "data.html");

        assertThat(data.select("aside.warning p").eachText())
                .contains("1 of 120 test images has an identical copy in training (0.8 %).");
        assertThat(page(folder.resolve("site"), "backbone-resnet50.html")
                        .select("#model-card ~ ul li")
                        .eachText())
                .anyMatch(text -> text.startsWith("1 of 120 test images has an identical copy"));
    }

    @Test
    void findingsSayTheirSeverityInWordsAndCutLongLists() throws IOException {
        Document data = page(render(), "data.html");

        assertThat(data.select(".finding .severity").eachText())
                .containsExactly("✓ nothing found", "▲ warning: 90 in 45 groups", "■ serious: 1 in 1 group");
        assertThat(data.select("#finding-near-duplicates li")).hasSize(40);
        assertThat(data.selectFirst("#finding-near-duplicates details p").text())
                .isEqualTo("50 more files in audit.json.");
        assertThat(data.select("#finding-exact-duplicates details")).isEmpty();
        assertThat(data.select("main script")).isEmpty();
    }

    @Test
    void unreadableImagesAreCountedApartAndNamed() throws IOException {
        ManifestRow lost = new ManifestRow(
                "testing/<b>.png", "dd".repeat(32), 0, 0, "glioma", "", null, null, List.of("unreadable"));
        Document data = page(render(PLAIN, record -> with(record, record.audit(), add(record, lost))), "data.html");

        assertThat(table(data, "Images by class and split")).contains("glioma 60 10 30 1 101", "All 240 40 120 1 401");
        assertThat(data.selectFirst("#left-out ~ p").text()).startsWith("1 image could not be read.");
        assertThat(data.select("#left-out ~ details li").eachText()).containsExactly("testing/<b>.png");
        assertThat(table(data, table(data))).containsExactly("96 × 96 0 0 400 400");
    }

    @Test
    void testImagesWhoseSourceContradictsTheFolderAreLeftOutAndRelabelled() throws IOException {
        UnaryOperator<StudyRecord> change = record -> {
            List<ManifestRow> rows = new ArrayList<>();
            for (ManifestRow row : record.manifest()) {
                boolean chosen = row.split().equals("testing") && row.label().equals("glioma");
                rows.add(
                        chosen
                                ? new ManifestRow(
                                        row.file(),
                                        row.sha256(),
                                        row.width(),
                                        row.height(),
                                        row.label(),
                                        row.split(),
                                        row.patient(),
                                        row.duplicateGroup(),
                                        List.of("grey", "source-meningioma"))
                                : row);
            }
            return with(record, record.audit(), rows);
        };
        Document data = page(render(PLAIN, change), "data.html");

        assertThat(data.select("#labels ~ details .scroll thead th").eachText())
                .containsExactly(
                        "Experiment",
                        "Protocol",
                        "Contradicted",
                        "Folder’s labels",
                        "Without them",
                        "Source’s labels",
                        "Told as the folder",
                        "Told as the source");
        assertThat(data.select("#labels ~ details .scroll tbody tr"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.child(2).text()).isEqualTo("30"))
                .allSatisfy(row -> assertThat(Integer.parseInt(row.child(6).text())
                                + Integer.parseInt(row.child(7).text()))
                        .isBetween(1, 30));
        assertThat(data.select("#labels ~ .empty")).isEmpty();
        assertThat(page(render(), "data.html").select("#labels ~ .empty").eachText())
                .containsExactly("Of no test image is it known that its source contradicts the folder.");
    }

    private static String table(Document data) {
        return data.selectFirst("#sizes ~ .scroll caption").text();
    }

    @Test
    void sizesBeyondTheMostFrequentAreTakenTogether() throws IOException {
        List<ManifestRow> rows = new ArrayList<>();
        UnaryOperator<StudyRecord> change = record -> {
            for (int i = 0; i < record.manifest().size(); i++) {
                ManifestRow row = record.manifest().get(i);
                int side = i < 10 ? 100 + i : 96;
                rows.add(new ManifestRow(
                        row.file(),
                        row.sha256(),
                        side,
                        side,
                        row.label(),
                        row.split(),
                        null,
                        null,
                        List.of(i % 4 == 0 ? "rgb" : "grey")));
            }
            return with(record, record.audit(), rows);
        };

        Document data = page(render(PLAIN, change), "data.html");

        List<String> sizes = table(data, table(data));
        assertThat(sizes).hasSize(9);
        assertThat(sizes.get(0)).isEqualTo("96 × 96 293 97 0 390");
        assertThat(sizes.get(8)).startsWith("3 other sizes").endsWith("0 3");
        assertThat(data.select("dl.facts dd").eachText()).contains("96 to 109 pixels");
    }

    @Test
    void theRecomputedAccuracyIsThatOfThePredictions() throws IOException {
        Path site = render();
        Element section = page(site, "methods.html").getElementById("recompute").parent();

        Path predictions = site.resolve(section.selectFirst("a").attr("href"));
        List<String[]> rows = Files.readAllLines(predictions).stream()
                .skip(1)
                .map(line -> line.split(","))
                .toList();
        long right = rows.stream().filter(row -> row[1].equals(row[2])).count();
        assertThat(rows).hasSize(120);
        assertThat(section.selectFirst(".formula").text())
                .isEqualTo("%d / 120 = %.1f %%".formatted(right, 100.0 * right / 120));
    }

    @Test
    void methodsNameEveryExperimentScheduleSeedAndLook() throws IOException {
        Document methods = page(render(), "methods.html");

        assertThat(table(methods, "The experiments"))
                .hasSize(3)
                .anyMatch(row -> row.startsWith("ResNet50 96 × 96 fileresnet50.h5 out_relu"));
        assertThat(table(methods, "Every evaluation on these test images that the cache knows of"))
                .hasSize(3);
        assertThat(table(methods, "Seeds of the random draws, derived from the study’s"))
                .containsExactly("images 42", "split −7");
        assertThat(table(methods, "Time of the stages in this run, all experiments together"))
                .contains("images 0 1 1.5 s");
        assertThat(table(methods, "Time of each stage")).contains("images all 1.5 s from the cache");
        assertThat(methods.select("#schedules ~ .scroll thead th").eachText()).hasSizeGreaterThan(1);
        assertThat(methods.select("dd").eachText())
                .contains(
                        "differed from the commit when the program was built", "2026-01-01T10:06:40Z after 6 min 40 s");
    }

    @Test
    void eachBackboneHasOneCardWithItsFigures() throws IOException {
        Path site = render();
        for (String backbone : List.of("mobilenetv2", "resnet50", "efficientnetb0")) {
            Document page = page(site, "backbone-" + backbone + ".html");
            assertThat(page.select("section.card h3").eachText())
                    .as(backbone)
                    .containsExactly(
                            "Details",
                            "Intended use",
                            "Factors",
                            "Metrics",
                            "Evaluation data",
                            "Training data",
                            "Quantitative results",
                            "Ethical considerations",
                            "Caveats");
        }
        assertThat(page(site, "backbone-resnet50.html").text())
                .doesNotContain("{{")
                .contains("from a file (resnet50.h5), 316 of 318 tensors");
        assertThat(page(site, "datasheet.html").select("h2").eachText())
                .containsExactly("Data card: phantom", "Datasheet: phantom");
    }

    @Test
    void checklistsHaveEveryItemWithAnAnswerOfKnownKind() throws IOException {
        Document page = page(render(), "governance.html");

        assertThat(page.select("h2").eachText())
                .containsExactly(
                        "Intended use and harm", "Data protection", "FAIR principles", "CLAIM 2024", "TRIPOD+AI");
        assertThat(page.select("#claim-2024 ~ .scroll tbody th").eachText())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 44).mapToObj(String::valueOf).toList());
        assertThat(page.select("#tripod-ai ~ .scroll tbody th").eachText())
                .startsWith("1", "2", "3a")
                .endsWith("27a", "27b", "27c")
                .doesNotHaveDuplicates()
                .hasSize(52);
        assertThat(page.select("tbody td:last-child").eachText())
                .hasSizeGreaterThan(100)
                .allMatch(status -> List.of("answered", "in part", "not addressed", "does not apply")
                        .contains(status));
        assertThat(page.text()).contains("No personal data are processed").doesNotContain("Figshare");
    }

    @Test
    void cardsOfRealImagesAreWordedForRealImages() throws IOException {
        Path site = render(PLAIN, FactPagesTest::real);

        assertThat(page(site, "datasheet.html").text()).contains("Figshare");
        assertThat(page(site, "governance.html").text())
                .contains("special category under Article 9")
                .contains("Age, sex and origin are not known");
        assertThat(page(site, "backbone-resnet50.html").text()).contains("The official split was not made by patient");
        for (String file : List.of("datasheet.html", "governance.html", "backbone-resnet50.html")) {
            assertThat(page(site, file).text())
                    .as(file)
                    .doesNotContain("drawing program")
                    .doesNotContain("{{");
        }
    }

    @Test
    void namesAreShownAsTheyAre() throws IOException {
        String name = "<script>alert(1)</script>|*_`[x](y)";
        Shape shape = PLAIN.withClasses(List.of("glioma", name, "notumor", "pituitary"));

        Path site = render(shape, UnaryOperator.identity());

        for (String file : PAGES) {
            Document page = page(site, file);
            assertThat(page.select("main script, main em")).as(file).isEmpty();
            if (!file.equals("governance.html")) {
                assertThat(page.text()).as(file).contains(name);
            }
        }
    }

    @Test
    void aPoorRecordHasWholePages() throws IOException {
        Shape shape = PLAIN.withBackbones(List.of("MobileNetV2")).withoutMaps();
        Path site = render(shape, record -> {
            Audit audit = new Audit(StudyRecord.SCHEMA_VERSION, "phantom", "phantom", 400, List.of());
            StudyRecord bare = with(record, audit, record.manifest());
            Execution e = bare.execution();
            Execution quiet = new Execution(
                    StudyRecord.SCHEMA_VERSION, e.started(), e.finished(), e.hosts(), 0, List.of(), List.of());
            return new StudyRecord(
                    bare.folder(), withoutWeights(bare.run()), quiet, bare.manifest(), audit, bare.experiments());
        });

        Document methods = page(site, "methods.html");
        assertThat(methods.select("p.empty").eachText())
                .containsExactly(
                        "No file of weights was used; every network began from random weights.",
                        "No evaluation is known.",
                        "No stage was timed.",
                        "No latency was measured.");
        assertThat(methods.select("dt:contains(Peak resident) + dd").text()).isEqualTo("–");
        assertThat(page(site, "data.html").select("aside.warning")).isEmpty();
        assertThat(page(site, "data.html").select("p.empty").eachText())
                .containsExactly(
                        "Of no test image is it known that its source contradicts the folder.",
                        "The record has no findings of an audit.");
        assertThat(page(site, "datasheet.html").text()).contains("The audit found nothing.");
        PAGES.forEach(file -> sound(site, file));
    }

    @Test
    void anExperimentWithoutTestImagesLeavesNumbersUndefined() throws IOException {
        Path site = render(PLAIN.withoutMaps(), record -> {
            List<ExperimentRecord> untested = record.experiments().stream()
                    .map(one -> new ExperimentRecord(
                            untested(one.experiment()),
                            one.history(),
                            List.of(),
                            one.validation(),
                            List.of(),
                            List.of()))
                    .toList();
            return new StudyRecord(
                    record.folder(), record.run(), record.execution(), record.manifest(), record.audit(), untested);
        });

        assertThat(page(site, "methods.html").selectFirst(".formula").text()).isEqualTo("0 / 0 = –");
        assertThat(page(site, "backbone-resnet50.html").text()).contains("No test image was evaluated.");
    }

    @Test
    void everyPageIsSound() throws IOException {
        Path site = render();

        PAGES.forEach(file -> sound(site, file));
    }

    @Test
    void aRecordRenderedTwiceGivesEqualBytes() throws IOException {
        Path first = render();
        Path second = Files.createDirectories(folder.resolve("again"));

        Press.render(RecordReader.read(folder.resolve("record")), second, Site.RESAMPLES);

        for (String file : PAGES) {
            assertThat(second.resolve(file)).hasSameBinaryContentAs(first.resolve(file));
        }
    }

    /** Headings in order, unique ids, captions and scopes, links that lead somewhere within the site. */
    private static void sound(Path site, String file) {
        Document page;
        try {
            page = page(site, file);
            int level = 0;
            for (Element heading : page.select("main h1, main h2, main h3, main h4")) {
                int next = heading.tagName().charAt(1) - '0';
                assertThat(next).as(file + ": " + heading.text()).isLessThanOrEqualTo(level + 1);
                level = next;
            }
            assertThat(page.select("h1")).hasSize(1);
            assertThat(page.select("[id]").eachAttr("id")).as(file).doesNotHaveDuplicates();
            for (Element table : page.select("table")) {
                assertThat(table.child(0).tagName()).isEqualTo("caption");
                assertThat(table.select("th:not([scope])")).isEmpty();
                assertThat(table.select("tbody tr:not(:has(th))")).isEmpty();
            }
            for (Element labelled : page.select("[aria-labelledby]")) {
                assertThat(page.getElementById(labelled.attr("aria-labelledby")))
                        .isNotNull();
            }
            for (String href : page.select("a").eachAttr("href")) {
                String[] parts = (href + " ").split("#");
                String target = parts[0].isBlank() ? file : parts[0].strip();
                assertThat(site.resolve(target)).as(file + ": " + href).isRegularFile();
                if (parts.length > 1) {
                    assertThat(page(site, target).getElementById(parts[1].strip()))
                            .as(href)
                            .isNotNull();
                }
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Experiment untested(Experiment one) {
        return new Experiment(
                one.schemaVersion(),
                one.id(),
                one.backbone(),
                one.members(),
                one.schedule(),
                one.protocol(),
                one.input(),
                one.precision(),
                one.trainingShare(),
                one.testViews(),
                one.features(),
                one.embedding(),
                one.parameters(),
                one.trainableParameters(),
                one.flops(),
                one.pretrained(),
                one.stoppingReason(),
                one.epochs(),
                one.restoredEpoch(),
                one.trainImages(),
                one.trainViews(),
                one.validationImages(),
                0,
                one.savedModelDigest());
    }

    private static List<ManifestRow> add(StudyRecord record, ManifestRow row) {
        List<ManifestRow> rows = new ArrayList<>(record.manifest());
        rows.add(row);
        return rows;
    }

    private static StudyRecord with(StudyRecord record, Audit audit, List<ManifestRow> manifest) {
        return new StudyRecord(
                record.folder(), record.run(), record.execution(), manifest, audit, record.experiments());
    }

    private static Run withoutWeights(Run run) {
        Run.Provenance from = run.provenance();
        Run.Provenance bare = new Run.Provenance(
                from.version(),
                "unknown",
                false,
                from.dataset(),
                from.datasetDigest(),
                Map.of(),
                from.libraries(),
                from.seeds());
        return new Run(
                StudyRecord.SCHEMA_VERSION,
                run.study(),
                run.studyDigest(),
                run.classes(),
                bare,
                run.experiments(),
                List.of());
    }

    private static StudyRecord real(StudyRecord record) {
        Run run = record.run();
        Study study = run.study();
        DatasetSpec dataset = new DatasetSpec(
                DatasetSpec.Source.IMAGE_FOLDER, "data", null, null, DatasetSpec.OnUnreadable.FAIL, false, 0.2, null);
        Study changed = new Study(
                study.study(),
                study.title(),
                study.seed(),
                dataset,
                study.protocols(),
                study.validation(),
                study.experiments(),
                study.ensembles(),
                study.schedules(),
                study.explanation());
        Run real = new Run(
                StudyRecord.SCHEMA_VERSION,
                changed,
                run.studyDigest(),
                run.classes(),
                run.provenance(),
                run.experiments(),
                run.ledger());
        return new StudyRecord(
                record.folder(), real, record.execution(), record.manifest(), record.audit(), record.experiments());
    }
}
