package io.github.tumorbench.press.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tumorbench.press.site.TestRecords.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page is HTML as the standard defines it. */
class HtmlCheckerTest {
    private static final HtmlChecker CHECKER = new HtmlChecker();

    @TempDir
    private Path folder;

    static Stream<Arguments> shapes() {
        return Stream.of(
                Arguments.of("usual", Shape.usual()),
                Arguments.of(
                        "without pictures, markup and other scripts in names",
                        Shape.usual()
                                .withBackbones(List.of("ResNet50"))
                                .withoutPictures()
                                .withClasses(
                                        List.of("<script>alert(1)</script>", "A & \"B\" 'C'", "髄膜腫", "ورم نخامي"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shapes")
    void everyPagePassesTheNuHtmlChecker(String name, Shape shape) throws IOException {
        Site site = Site.of(shape, folder);
        List<String> problems = new ArrayList<>();
        for (String page : site.pages().keySet()) {
            CHECKER.errors(Files.readString(site.folder().resolve(page)))
                    .forEach(error -> problems.add(page + " " + error));
        }
        SingleFile.write(site.folder(), folder.resolve("single.html"));
        CHECKER.errors(Files.readString(folder.resolve("single.html")))
                .forEach(error -> problems.add("single file " + error));

        assertThat(problems).isEmpty();
    }

    @Test
    void theCheckerSeesErrors() {
        String broken = "<!DOCTYPE html><html lang=\"en\"><head><title>Broken</title></head>"
                + "<body><p id=\"a\"><img src=\"a.png\"></p><p id=\"a\" style=\"colour:red\"></p></body></html>";

        assertThat(CHECKER.errors(broken))
                .hasSize(3)
                .anySatisfy(error -> assertThat(error).contains("alt"))
                .anySatisfy(error -> assertThat(error).contains("Duplicate ID"))
                .anySatisfy(error -> assertThat(error).contains("colour"));
    }
}
