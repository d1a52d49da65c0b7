package io.github.tumorbench.lab.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tumorbench.study.Protocol;
import io.github.tumorbench.study.Study;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProtocolsTest {
    private static final int FOLDS = 5;
    private static final Protocol DISJOINT = new Protocol(Protocol.Name.PATIENT_DISJOINT, 0, 0);
    private static final Protocol DEDUPLICATED = new Protocol(Protocol.Name.OFFICIAL_DEDUPLICATED, 0, 0);

    @TempDir
    Path temp;

    static List<Long> seeds() {
        return IntStream.range(0, 60).mapToObj(i -> (long) i).toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noPatientSliceOrGroupOfCopiesStandsOnTwoSides(long seed) throws Exception {
        World world = World.random(new Random(seed), temp);
        List<Protocol> protocols = new ArrayList<>(List.of(DISJOINT));
        IntStream.rangeClosed(1, FOLDS)
                .forEach(fold -> protocols.add(new Protocol(Protocol.Name.PATIENT_DISJOINT, fold, FOLDS)));
        for (Protocol protocol : protocols) {
            List<Split> splits = world.divide(protocol, seed);
            Set<Split> all = Set.of(Split.TRAINING, Split.VALIDATION, Split.TESTING);
            assertThat(world.ties()).as(protocol.id()).allSatisfy(tie -> assertThat(splitsOf(tie, splits, all))
                    .hasSize(1));
            assertThat(splits).doesNotContainNull();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void validationIsCutFromTrainingByTheSameGroups(long seed) throws Exception {
        World world = World.random(new Random(seed), temp);
        Set<Split> learning = Set.of(Split.TRAINING, Split.VALIDATION);
        for (Protocol protocol : List.of(Protocol.OFFICIAL, DEDUPLICATED)) {
            List<Split> splits = world.divide(protocol, seed);
            assertThat(world.ties()).as(protocol.id()).allSatisfy(tie -> assertThat(splitsOf(tie, splits, learning))
                    .hasSizeLessThanOrEqualTo(1));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void deduplicatedTestImagesHaveNoCopyInTraining(long seed) throws Exception {
        World world = World.random(new Random(seed), temp);
        List<Split> official = world.divide(Protocol.OFFICIAL, seed);
        List<Split> splits = world.divide(DEDUPLICATED, seed);

        for (List<Integer> copies : world.copies()) {
            Set<Split> sides = splitsOf(copies, splits, Set.of(Split.values()));
            assertThat(sides.contains(Split.TESTING) && sides.size() > 1).isFalse();
        }
        for (int i = 0; i < splits.size(); i++) {
            int image = i;
            boolean known = official.get(i) == Split.TESTING
                    && world.copies().stream()
                            .filter(group -> group.contains(image))
                            .flatMap(List::stream)
                            .anyMatch(other -> official.get(other) != Split.TESTING);
            assertThat(splits.get(i)).isEqualTo(known ? null : official.get(i));
        }
    }

    @Test
    void everyImageIsTestedInExactlyOneFold() throws Exception {
        World world = World.random(new Random(3), temp);
        int[] tested = new int[world.images.size()];
        for (int fold = 1; fold <= FOLDS; fold++) {
            List<Split> splits = world.divide(new Protocol(Protocol.Name.PATIENT_DISJOINT, fold, FOLDS), 3);
            for (int i = 0; i < tested.length; i++) {
                tested[i] += splits.get(i) == Split.TESTING ? 1 : 0;
            }
        }
        assertThat(tested).containsOnly(1);
    }

    @Test
    void foldsHoldEachClassInItsShare() throws Exception {
        World world = World.ofPatients(temp, 60, 4, 3);
        for (int fold = 1; fold <= FOLDS; fold++) {
            List<Split> splits = world.divide(new Protocol(Protocol.Name.PATIENT_DISJOINT, fold, FOLDS), 9);
            for (String label : List.of("c0", "c1", "c2")) {
                assertThat(world.count(label, Split.TESTING, splits)).as(label).isBetween(12L, 20L);
            }
        }
    }

    @Test
    void theDrawDependsOnTheSeedAlone() throws Exception {
        World world = World.ofPatients(temp, 40, 3, 2);

        assertThat(world.divide(DISJOINT, 1)).isEqualTo(world.divide(DISJOINT, 1));
        assertThat(world.divide(DISJOINT, 1)).isNotEqualTo(world.divide(DISJOINT, 2));
    }

    @Test
    void protocolsShareImagesAndNumbersOfSamples() throws Exception {
        Map<String, byte[]> files = TestImages.kaggle(10, 4);
        files.put("Testing/a/copy.png", files.get("Training/a/Tr-001.png"));
        Path data = TestImages.folder(temp.resolve("data"), files);
        Dataset official = TestImages.load(data, List.of(Protocol.OFFICIAL, DEDUPLICATED, DISJOINT), 1);
        Dataset deduplicated = official.under(DEDUPLICATED);
        Dataset disjoint = official.under(DISJOINT);

        assertThat(deduplicated.samples())
                .extracting(Sample::index, Sample::file)
                .isEqualTo(official.samples().stream()
                        .map(s -> org.assertj.core.groups.Tuple.tuple(s.index(), s.file()))
                        .toList());
        assertThat(official.samples(Split.TESTING)).hasSize(9);
        assertThat(deduplicated.samples(Split.TESTING))
                .hasSize(8)
                .extracting(Sample::file)
                .doesNotContain("Testing/a/copy.png");
        assertThat(deduplicated.samples(Split.TRAINING)).isEqualTo(official.samples(Split.TRAINING));
        assertThat(deduplicated.digest()).isNotEqualTo(official.digest());
        assertThat(deduplicated.trainingDigest()).isEqualTo(official.trainingDigest());
        assertThat(disjoint.trainingDigest()).isNotEqualTo(official.trainingDigest());
        assertThat(disjoint.manifest()).isEqualTo(official.manifest());
    }

    private static Set<Split> splitsOf(List<Integer> images, List<Split> splits, Set<Split> counted) {
        return images.stream()
                .map(splits::get)
                .filter(split -> split != null && counted.contains(split))
                .collect(Collectors.toSet());
    }

    /** Images of made-up patients, slices and copies. */
    private record World(List<ReadImage> images, Annotations annotations, Map<String, List<Integer>> origins) {
        static World random(Random random, Path folder) throws Exception {
            int count = 60 + random.nextInt(120);
            int patients = 5 + random.nextInt(25);
            int slices = 20 + random.nextInt(60);
            int pictures = 30 + random.nextInt(120);
            List<String[]> rows = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                rows.add(new String[] {
                    (random.nextInt(3) == 0 ? "Testing" : "Training"),
                    "c" + random.nextInt(3),
                    random.nextInt(3) == 0 ? "" : "P" + random.nextInt(patients),
                    random.nextInt(3) == 0 ? "" : "" + random.nextInt(slices),
                    "pixels " + random.nextInt(pictures)
                });
            }
            return of(folder, rows);
        }

        static World ofPatients(Path folder, int patients, int each, int classes) throws Exception {
            List<String[]> rows = new ArrayList<>();
            for (int patient = 0; patient < patients; patient++) {
                for (int i = 0; i < each; i++) {
                    rows.add(new String[] {
                        "Training", "c" + patient % classes, "P" + patient, "", "pixels " + rows.size()
                    });
                }
            }
            return of(folder, rows);
        }

        private static World of(Path folder, List<String[]> rows) throws Exception {
            StringBuilder csv = new StringBuilder("file,patient,source_id\n");
            List<ReadImage> images = new ArrayList<>();
            Map<String, List<Integer>> origins = new HashMap<>();
            for (int i = 0; i < rows.size(); i++) {
                String[] row = rows.get(i);
                String file = "%s/%s/%03d.png".formatted(row[0], row[1], i);
                csv.append("%s,%s,%s%n".formatted(file, row[2], row[3]));
                Split split = row[0].equals("Testing") ? Split.TESTING : Split.TRAINING;
                images.add(new ReadImage(new ImageEntry(file, row[1], split), "", row[4], 8, 8, 1, null));
                for (String origin : List.of("patient " + row[2], "slice " + row[3], row[4])) {
                    if (!origin.endsWith(" ")) {
                        origins.computeIfAbsent(origin, key -> new ArrayList<>())
                                .add(i);
                    }
                }
            }
            Files.writeString(folder.resolve("world.csv"), csv);
            return new World(images, Annotations.of(TestImages.annotated(folder, "world.csv")), origins);
        }

        /** Every set of images that must stay together. */
        List<List<Integer>> ties() {
            return List.copyOf(origins.values());
        }

        List<List<Integer>> copies() {
            return origins.entrySet().stream()
                    .filter(origin -> origin.getKey().startsWith("pixels"))
                    .map(Map.Entry::getValue)
                    .toList();
        }

        List<Split> divide(Protocol protocol, long seed) {
            Copies copies = Copies.of(
                    images.stream().map(image -> new Look(image, null, null)).toList(), List.of());
            Study study = TestImages.study(Path.of(""), List.of(protocol), seed).study();
            return new Divider(images, copies, Families.of(images, copies, annotations), study).divide(protocol);
        }

        long count(String label, Split split, List<Split> splits) {
            return IntStream.range(0, images.size())
                    .filter(i -> splits.get(i) == split
                            && images.get(i).entry().label().equals(label))
                    .count();
        }
    }
}
