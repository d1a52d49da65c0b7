package io.github.tumorbench.press.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tumorbench.press.site.TestRecords.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every page is HTML as the standard defines it. */
class HtmlCheckerTest {
    private static final HtmlChecker CHECKER = new HtmlChecker();

    @TempDir
    private Path folder;

    @Test
    void everyPagePassesTheNuHtmlChecker() throws IOException {
        DemoSite demo = DemoSite.get();

        assertThat(problems(demo.site())).isEmpty();
        assertThat(CHECKER.errors(Files.readString(demo.single())))
                .as("in one file")
                .isEmpty();
    }

    @Test
    void soDoesOneWithMarkupAndOtherScriptsInItsNames() throws IOException {
        Shape strange = Shape.usual()
                .withBackbones(List.of("ResNet50"))
                .withoutPictures()
                .withClasses(List.of("<script>alert(1)</script>", "A & \"B\" 'C'", "髄膜腫", "ورم نخامي"));

        assertThat(problems(Site.of(strange, folder))).isEmpty();
    }

    private static List<String> problems(Site site) throws IOException {
        List<String> problems = new ArrayList<>();
        for (String page : site.pages().keySet()) {
            CHECKER.errors(Files.readString(site.folder().resolve(page)))
                    .forEach(error -> problems.add(page + " " + error));
        }
        return problems;
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
