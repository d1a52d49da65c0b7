package io.github.tumorbench.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tumorbench.record.ExperimentRecord.Epoch;
import io.github.tumorbench.study.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class RecordWriterTest {
    private static final String DIGEST = "dd".repeat(32);

    @TempDir
    Path folder;

    private static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        return contents;
    }

    @Test
    void everyFileOfTheDesignIsThere() throws IOException {
        RecordWriter.write(SampleRecords.sample(folder), folder);
        assertThat(contents(folder))
                .containsOnlyKeys(Stream.of(
                                Stream.of("run.json", "execution.json", "dataset/manifest.csv", "dataset/audit.json"),
                                experiment(SampleRecords.FIRST),
                                experiment(SampleRecords.SECOND))
                        .flatMap(names -> names)
                        .toList());
    }

    private static Stream<String> experiment(String id) {
        return Stream.of(
                        "experiment.json",
                        "history.csv",
                        "predictions.csv",
                        "validation.csv",
                        "projection.csv",
                        "gradcam.csv",
                        "attention.csv",
                        "occlusion.csv",
                        "agreement.csv",
                        "randomisation.csv",
                        "perturbation.csv",
                        "corruptions.csv",
                        "neighbours.csv")
                .map(file -> "experiments/" + id + "/" + file);
    }

    @Test
    void whatIsWrittenReadsBackEqualAndWritesTheSameBytes() throws IOException {
        StudyRecord record = SampleRecords.sample(folder);
        RecordWriter.write(record, folder);
        StudyRecord read = RecordReader.read(folder);
        assertThat(read).isEqualTo(record);
        Path again = Files.createDirectory(folder.resolveSibling(folder.getFileName() + "-again"));
        try {
            RecordWriter.write(read, again);
            assertThat(contents(again)).isEqualTo(contents(folder));
        } finally {
            Io.deleteTree(again);
        }
    }

    @Test
    void aRefitIsATableOfItsOwnWhereThereWasOne() throws IOException {
        StudyRecord record = SampleRecords.sample(folder);
        ExperimentRecord first = record.experiments().get(0);
        ExperimentRecord refitted = new ExperimentRecord(
                first.experiment(),
                first.history(),
                List.of(new ExperimentRecord.RefitEpoch(1, 1e-3, 0.75, 0.5)),
                first.predictions(),
                first.validation(),
                first.projection(),
                first.gradcam(),
                first.explanations());
        StudyRecord changed = new StudyRecord(
                record.folder(),
                record.run(),
                record.execution(),
                record.manifest(),
                record.audit(),
                List.of(refitted, record.experiments().get(1)));
        RecordWriter.write(changed, folder);
        assertThat(contents(folder).get("experiments/" + SampleRecords.FIRST + "/refit.csv"))
                .isEqualTo("epoch,learning_rate,train_loss,train_accuracy\n1,0.001,0.75,0.5\n");
        assertThat(contents(folder)).doesNotContainKey("experiments/" + SampleRecords.SECOND + "/refit.csv");
        assertThat(RecordReader.read(folder)).isEqualTo(changed);
    }

    @Test
    void tablesAreWrittenToTheLetter() throws IOException {
        RecordWriter.write(SampleRecords.sample(folder), folder);
        Map<String, String> contents = contents(folder);
        String experiment = "experiments/" + SampleRecords.FIRST + "/";
        String odd = "\"Testing/no tumour/a, \"\"b\"\" ü.jpg\"";
        assertThat(contents.get("dataset/manifest.csv"))
                .isEqualTo("file,sha256,width,height,class,split,patient,duplicate_group,flags\n"
                        + "Training/glioma/1.jpg," + DIGEST + ",48,64,glioma,training,p1,3,grey resized\n"
                        + "Training/no tumour/2.jpg," + DIGEST + ",48,64,no tumour,validation,,,\n"
                        + "Testing/glioma/3.jpg," + DIGEST + ",48,64,glioma,testing,,3,grey\n"
                        + odd + "," + DIGEST + ",48,64,no tumour,testing,,,\n"
                        + "Testing/glioma/broken.jpg," + DIGEST + ",48,64,glioma,,,,unreadable\n")
                .doesNotContain("null");
        assertThat(contents.get(experiment + "history.csv"))
                .isEqualTo("epoch,learning_rate,train_loss,train_accuracy,val_loss,val_accuracy\n"
                        + "1,0.001,0.75,0.5,0.30000000000000004,1.0\n"
                        + "2,5.0E-7,0.3333333333333333,1.0,1.0E22,0.0\n");
        assertThat(contents.get(experiment + "predictions.csv"))
                .isEqualTo("file,label,predicted,confidence,p_glioma,p_no tumour,logit_glioma,logit_no tumour\n"
                        + "Testing/glioma/3.jpg,glioma,glioma,0.7310585786300049,0.7310585786300049,"
                        + "0.2689414213699951,1.0,0.0\n"
                        + odd + ",no tumour,glioma,0.5,0.5,0.5,2.5,2.5\n");
        assertThat(contents.get(experiment + "gradcam.csv"))
                .isEqualTo("file,label,predicted,confidence,rule,target,zero,pointing_hit,energy_inside,iou,mask_area,"
                        + "centre_hit,rows,columns,map,picture,outline\n"
                        + "Testing/glioma/3.jpg,glioma,glioma,0.7310585786300049,confident-correct,glioma,false,true,"
                        + "0.625,0.10000000149011612,0.046875,false,2,2,0.0 0.25 1.0 1.0E-5,pictures/3.png,"
                        + "pictures/3-mask.png\n"
                        + odd + ",no tumour,glioma,0.5,confident-wrong,glioma,true,,,,,,1,2,0.0 0.0,,\n");
    }

    @Test
    void explanationsAreWrittenToTheLetter() throws IOException {
        RecordWriter.write(SampleRecords.sample(folder), folder);
        Map<String, String> contents = contents(folder);
        String experiment = "experiments/" + SampleRecords.FIRST + "/";
        String odd = "\"Testing/no tumour/a, \"\"b\"\" ü.jpg\"";
        String image = "Testing/glioma/3.jpg";
        assertThat(contents.get(experiment + "projection.csv"))
                .isEqualTo("file,x,y,silhouette\n" + image + ",-12.5,1.0E-10,-0.25\n" + odd + ",0.0,-0.0,\n");
        assertThat(contents.get(experiment + "attention.csv"))
                .isEqualTo("file,label,predicted,target,method,zero,outside_head,border,pointing_hit,energy_inside,iou,"
                        + "iou_area,mask_area\n"
                        + image + ",glioma,glioma,glioma,gradcam++,false,0.125,0.25,true,0.5,0.33333,0.4,0.04688\n"
                        + odd + ",no tumour,glioma,no tumour,gradcam,true,,,,,,,\n");
        assertThat(contents.get(experiment + "occlusion.csv"))
                .isEqualTo("file,target,rows,columns,map\n" + image + ",glioma,1,2,1.0 0.5\n");
        assertThat(contents.get(experiment + "agreement.csv"))
                .isEqualTo("file,target,first,second,spearman\n" + image + ",glioma,gradcam,occlusion,-0.5\n" + image
                        + ",glioma,gradcam,hirescam,\n");
        assertThat(contents.get(experiment + "randomisation.csv"))
                .isEqualTo("file,target,depth,layer,spearman\n" + image + ",glioma,0,head,0.75\n" + image
                        + ",glioma,1,block_16_project,\n");
        assertThat(contents.get(experiment + "perturbation.csv"))
                .isEqualTo("file,target,method,mode,p_0,p_10,p_20,p_30,p_40,p_50,p_60,p_70,p_80,p_90,p_100\n" + image
                        + ",glioma,shuffled,deletion,1.0,0.9,0.8,0.7,0.6,0.5,0.4,0.3,0.2,0.1,0.0\n");
        assertThat(contents.get(experiment + "corruptions.csv"))
                .isEqualTo("file,label,corruption,severity,predicted,confidence,truth\n" + image
                        + ",glioma,none,0,glioma,0.9,0.9\n" + image + ",glioma,blur,5,no tumour,0.75,0.25\n");
        assertThat(contents.get(experiment + "neighbours.csv"))
                .isEqualTo("file,rank,neighbour,label,distance\n" + odd + ",1,Training/glioma/1.jpg,glioma,12.5\n");
    }

    @Test
    void jsonIsWrittenToTheLetter() throws IOException {
        RecordWriter.write(SampleRecords.sample(folder), folder);
        assertThat(contents(folder).get("dataset/audit.json"))
                .isEqualTo(
                        """
                        {
                          "schemaVersion": 2,
                          "dataset": "phantom",
                          "edition": "unknown",
                          "images": 4,
                          "findings": [
                            {
                              "id": "exact-duplicates",
                              "severity": "warning",
                              "count": 1,
                              "groups": 1,
                              "files": [
                                "Training/glioma/1.jpg",
                                "Testing/glioma/3.jpg"
                              ],
                              "sentence": "One image is there twice."
                            },
                            {
                              "id": "unreadable",
                              "severity": "info",
                              "count": 0,
                              "groups": 0,
                              "files": [],
                              "sentence": "Every image can be read."
                            }
                          ],
                          "missing": [
                            "Training/glioma/9.jpg"
                          ],
                          "added": [],
                          "statistics": [
                            {
                              "label": "glioma",
                              "images": 2,
                              "width": 64.0,
                              "height": 63.5,
                              "grey": 0.5,
                              "mean": 40.25,
                              "contrast": 31.0,
                              "border": 2.0,
                              "borderContrast": 1.5
                            }
                          ],
                          "probes": [
                            {
                              "id": "border",
                              "features": 2,
                              "accuracy": 0.75,
                              "low": 0.3,
                              "high": 0.95,
                              "chance": 0.5,
                              "classes": [
                                {
                                  "label": "glioma",
                                  "recall": 1.0,
                                  "specificity": 0.5
                                }
                              ]
                            }
                          ]
                        }
                        """);
    }

    @Test
    void theRunHoldsTheResolvedStudyInTheWordsOfItsFile() throws IOException {
        RecordWriter.write(SampleRecords.sample(folder), folder);
        assertThat(contents(folder).get("run.json"))
                .startsWith("{\n  \"schemaVersion\": 2,\n  \"study\": {\n    \"study\": \"smoke\",\n")
                .contains("\"trainLast\": \"all\"", "\"policy\": \"one-cycle\"", "\"split\": -4242424242424242\n")
                .containsSubsequence("\"a.h5\"", "\"b.h5\"")
                .endsWith("]\n}\n");
    }

    @Test
    void aNumberThatIsNotFiniteIsAFaultOfTheProgramNamedByItsPlace() {
        StudyRecord record = SampleRecords.sample(folder);
        ExperimentRecord first = record.experiments().get(0);
        List<Epoch> history = List.of(new Epoch(1, 1, 1, 1, 1, 1), new Epoch(2, 1, Double.NaN, 1, 1, 1));
        ExperimentRecord diverged = new ExperimentRecord(
                first.experiment(), history, first.predictions(), first.validation(), first.projection(), List.of());
        StudyRecord damaged = new StudyRecord(
                folder, record.run(), record.execution(), record.manifest(), record.audit(), List.of(diverged));
        assertThatThrownBy(() -> RecordWriter.write(damaged, folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("experiments/" + SampleRecords.FIRST
                        + "/history.csv: row 2, train_loss: a record holds finite numbers only, not NaN");
    }

    @Test
    void aNumberThatIsNotFiniteIsRefusedInJsonToo() {
        StudyRecord record = SampleRecords.sample(folder);
        Execution execution = new Execution(
                1,
                "",
                "",
                record.execution().hosts(),
                0,
                List.of(new Execution.Stage("train", null, Double.POSITIVE_INFINITY, false)),
                List.of());
        StudyRecord damaged = new StudyRecord(
                folder, record.run(), execution, record.manifest(), record.audit(), record.experiments());
        assertThatThrownBy(() -> RecordWriter.write(damaged, folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("execution.json: stages[0].seconds: a record holds finite numbers only, not Infinity");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskIsOneLine() {
        assertThatThrownBy(() -> Io.write(Path.of("/dev/full"), new byte[10]))
                .isInstanceOf(InputException.class)
                .hasMessage("/dev/full: expected a file that can be written, found: No space left on device");
    }

    @Test
    void aFileInTheWayIsOneLine() throws IOException {
        Path file = Files.writeString(folder.resolve("dataset"), "");
        assertThatThrownBy(() -> RecordWriter.write(SampleRecords.sample(folder), folder))
                .isInstanceOf(InputException.class)
                .hasMessage(file.resolve("manifest.csv")
                        + ": expected a file that can be written, found: a file of that name is in the way");
    }
}
