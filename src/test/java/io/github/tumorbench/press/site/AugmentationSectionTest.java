package io.github.tumorbench.press.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tumorbench.press.site.TestRecords.Shape;
import io.github.tumorbench.record.AugmentationPictures;
import io.github.tumorbench.record.RecordReader;
import io.github.tumorbench.record.RecordWriter;
import io.github.tumorbench.record.Run;
import io.github.tumorbench.record.StudyRecord;
import io.github.tumorbench.study.AugmentationPreset;
import io.github.tumorbench.study.Study;
import io.github.tumorbench.study.StudyJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the methods page says of the presets, and shows of them. */
class AugmentationSectionTest {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0};

    @TempDir
    private Path folder;

    /** The usual record whose study uses these presets, one for each schedule. */
    private Path record(String... presets) throws IOException {
        Path place = folder.resolve("record");
        StudyRecord usual = TestRecords.write(Shape.usual().withoutPictures(), place);
        ObjectNode tree = StudyJson.toTree(usual.run().study());
        ObjectNode schedules = (ObjectNode) tree.get("schedules");
        for (int i = 0; i < presets.length; i++) {
            ObjectNode copy = schedules.get("full").deepCopy();
            ((ObjectNode) copy.get("augmentation")).put("preset", presets[i]);
            schedules.set(i == 0 ? "full" : "full-" + i, copy);
        }
        Study study = StudyJson.fromTree("test", tree);
        Run run = usual.run();
        RecordWriter.write(
                new StudyRecord(
                        place,
                        new Run(
                                StudyRecord.SCHEMA_VERSION,
                                study,
                                StudyJson.digest(study),
                                run.classes(),
                                run.provenance(),
                                run.experiments(),
                                run.ledger()),
                        usual.execution(),
                        usual.manifest(),
                        usual.audit(),
                        usual.experiments()),
                place);
        return place;
    }

    private Element section(Path record) throws IOException {
        Path site = Files.createDirectories(folder.resolve("site"));
        Press.render(RecordReader.read(record), site, Site.RESAMPLES);
        Document methods = Jsoup.parse(Files.readString(site.resolve("methods.html")));
        return methods.getElementById("augmentation").parent();
    }

    @Test
    void numbersOfThePresetsStandSideBySideInWords() throws IOException {
        Element section = section(record("light", "mri", "mirror"));
        assertThat(section.select("thead th").eachText()).containsExactly("Operation", "mirror", "light", "mri");
        assertThat(section.select("tbody tr").stream()
                        .map(row -> String.join(" | ", row.select("th, td").eachText()))
                        .toList())
                .containsExactly(
                        "Mirrored left to right | every image in rounds 1, 3, … | every image with probability ½"
                                + " | every image with probability ½",
                        "Rotation | no | ± 8° | ± 14°",
                        "Scale | no | ± 8 % | ± 15 %",
                        "Shift, each way | no | ± 5 % of the side | ± 10 % of the side",
                        "Bias field | no | no | ± 0.15 for each term of its logarithm",
                        "Rician noise | no | no | σ up to 10 of 255",
                        "Gamma | no | no | exponent 0.8 to 1.25",
                        "Contrast | no | ± 10 % | no",
                        "Brightness | no | ± 8 of 255 | no");
        assertThat(section.select("img")).isEmpty();
    }

    @Test
    void aStudyWithoutAugmentationSaysSo() throws IOException {
        Element section = section(record("none"));
        assertThat(section.select("p").eachText()).containsExactly("Images are used as they are.");
        assertThat(section.select("table, img")).isEmpty();
    }

    @Test
    void eachPresetHasItsRowOfPicturesWithWordsAndTheCaptionSaysWhatTheyAre() throws IOException {
        Path record = record("light", "mirror");
        IntStream.rangeClosed(0, 2).forEach(i -> AugmentationPictures.write(record, AugmentationPreset.LIGHT, i, PNG));
        IntStream.rangeClosed(0, 1).forEach(i -> AugmentationPictures.write(record, AugmentationPreset.MIRROR, i, PNG));

        Element section = section(record);

        assertThat(section.text()).contains("The slice below is a phantom, computed from formulas and of no person.");
        assertThat(section.select("figcaption").eachText())
                .containsExactly(
                        "mirror The slice as it is, then as round 1 shows it.",
                        "light The slice as it is, then as rounds 1 to 2 show it.");
        assertThat(section.select("figure").get(1).select("img").eachAttr("alt"))
                .containsExactly(
                        "The phantom slice as it is.",
                        "The same slice as light changes it in round 1.",
                        "The same slice as light changes it in round 2.");
        List<String> addresses = section.select("img").eachAttr("src");
        assertThat(addresses).hasSize(5).allSatisfy(address -> assertThat(
                        folder.resolve("site").resolve(address))
                .hasBinaryContent(PNG));
    }
}
