package io.github.tumorbench.press.site;

import io.github.tumorbench.press.site.TestRecords.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A site with every kind of page, and the same in one file; rendered once for all tests that only look at it. */
final class DemoSite {
    private static DemoSite only;

    private final Path folder;
    private final Site site;

    private DemoSite() throws IOException {
        folder = Path.of("target", "demo-site").toAbsolutePath();
        if (Files.exists(folder)) {
            try (Stream<Path> old = Files.walk(folder)) {
                for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        site = Site.of(
                Shape.usual().withBackbones(List.of("MobileNetV2", "ResNet50")), Files.createDirectories(folder));
        SingleFile.write(site.folder(), single());
    }

    static synchronized DemoSite get() throws IOException {
        if (only == null) {
            only = new DemoSite();
        }
        return only;
    }

    Site site() {
        return site;
    }

    Path single() {
        return folder.resolve("single.html");
    }

    Path page(String name) {
        return site.folder().resolve(name);
    }

    /** One page of each kind: those of a second experiment or backbone differ from the first's in their numbers only. */
    List<Path> kinds() {
        return site.pages().keySet().stream()
                .filter(name -> !name.matches("(experiment|backbone)-mobilenetv2.*"))
                .map(this::page)
                .toList();
    }
}
