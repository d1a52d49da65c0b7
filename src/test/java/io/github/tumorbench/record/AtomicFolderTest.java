package io.github.tumorbench.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tumorbench.study.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class AtomicFolderTest {
    @TempDir
    Path base;

    private static AtomicFolder prepare(Path target) {
        return AtomicFolder.prepare(target, "a record", RecordReader::isRecord);
    }

    private List<String> children() throws IOException {
        try (Stream<Path> paths = Files.walk(base)) {
            return paths.filter(path -> !path.equals(base))
                    .map(path -> base.relativize(path).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void aCommittedFolderIsInItsPlaceAndNothingElseIsLeft() throws IOException {
        try (AtomicFolder folder = prepare(base.resolve("out/record"))) {
            Files.writeString(folder.folder().resolve("run.json"), "new");
            assertThat(base.resolve("out/record")).doesNotExist();
            folder.commit();
        }
        assertThat(children()).containsExactly("out", "out/record", "out/record/run.json");
    }

    @Test
    void withoutACommitNothingIsLeftNotEvenTheParentsMadeForIt() throws IOException {
        try (AtomicFolder folder = prepare(base.resolve("a/b/record"))) {
            Files.createDirectories(folder.folder().resolve("deep/er"));
            Files.writeString(folder.folder().resolve("deep/er/file"), "half");
        }
        assertThat(children()).isEmpty();
    }

    @Test
    void anEarlierFolderStaysUntilTheCommitAndIsThenReplacedWhole() throws IOException {
        Path target = Files.createDirectory(base.resolve("record"));
        Files.writeString(target.resolve("run.json"), "old");
        Files.writeString(target.resolve("left.csv"), "old");
        try (AtomicFolder folder = prepare(target)) {
            Files.writeString(folder.folder().resolve("run.json"), "new");
            assertThat(target.resolve("run.json")).hasContent("old");
            folder.commit();
        }
        assertThat(target.resolve("run.json")).hasContent("new");
        assertThat(children()).containsExactly("record", "record/run.json");
    }

    @Test
    void anEarlierFolderSurvivesAFailure() throws IOException {
        Path target = Files.createDirectory(base.resolve("record"));
        Files.writeString(target.resolve("run.json"), "old");
        prepare(target).close();
        assertThat(target.resolve("run.json")).hasContent("old");
        assertThat(children()).containsExactly("record", "record/run.json");
    }

    @Test
    void anEarlierFolderIsPutBackWhenTheNewOneCannotBeMoved() throws IOException {
        Path target = Files.createDirectory(base.resolve("record"));
        Files.writeString(target.resolve("run.json"), "old");
        AtomicFolder folder = prepare(target);
        Files.delete(folder.folder());
        assertThatThrownBy(folder::commit)
                .isInstanceOf(InputException.class)
                .hasMessage(base.toRealPath().resolve("record")
                        + ": expected a folder that can be written, found: no such file or folder");
        folder.close();
        assertThat(target.resolve("run.json")).hasContent("old");
        assertThat(children()).containsExactly("record", "record/run.json");
    }

    @Test
    void anEmptyFolderMayBeReplaced() throws IOException {
        Path target = Files.createDirectory(base.resolve("record"));
        try (AtomicFolder folder = prepare(target)) {
            Files.writeString(folder.folder().resolve("run.json"), "new");
            folder.commit();
        }
        assertThat(children()).containsExactly("record", "record/run.json");
    }

    @Test
    void aFolderOfSomethingElseIsRefusedAndUntouched() throws IOException {
        Path target = Files.createDirectory(base.resolve("thesis"));
        Files.writeString(target.resolve("chapter.tex"), "precious");
        assertThatThrownBy(() -> prepare(target))
                .isInstanceOf(InputException.class)
                .hasMessage(
                        target + ": expected an empty folder or a record to replace, found a folder with other files");
        assertThat(children()).containsExactly("thesis", "thesis/chapter.tex");
    }

    @Test
    void aFileAsTargetOrParentIsRefused() throws IOException {
        Path file = Files.writeString(base.resolve("file"), "");
        assertThatThrownBy(() -> prepare(file))
                .isInstanceOf(InputException.class)
                .hasMessage(file + ": expected a folder for a record, found the file " + file);
        Path below = file.resolve("out/record");
        assertThatThrownBy(() -> prepare(below))
                .isInstanceOf(InputException.class)
                .hasMessage(below + ": expected a folder for a record, found the file " + file);
        assertThat(children()).containsExactly("file");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aPlaceWhereNoFolderCanBeMadeIsRefused() {
        assertThatThrownBy(() -> prepare(Path.of("/proc/tumorbench/record")))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("/proc/tumorbench/record: expected a folder that can be written, found: ");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void anInterruptedProgramLeavesNothing() throws IOException, InterruptedException {
        Path target = base.resolve("out/record");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Interrupted.class.getName(),
                        target.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assertThat(process.getInputStream().read()).isEqualTo('!');
            assertThat(children()).hasSize(3).contains("out");
            process.destroy();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(children()).isEmpty();
        } finally {
            process.destroyForcibly();
        }
    }

    /** Prepares a folder, writes half a file and waits to be interrupted. */
    static final class Interrupted {
        private Interrupted() {}

        public static void main(String[] args) throws IOException, InterruptedException {
            try (AtomicFolder folder = prepare(Path.of(args[0]))) {
                Files.writeString(folder.folder().resolve("run.json"), "half");
                System.out.write('!');
                System.out.flush();
                Thread.sleep(60_000);
            }
        }
    }
}
