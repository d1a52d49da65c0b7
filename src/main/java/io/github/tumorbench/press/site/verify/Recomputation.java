package io.github.tumorbench.press.site.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tumorbench.press.site.versions.Json;
import io.github.tumorbench.press.site.versions.PageText;
import io.github.tumorbench.press.site.versions.Version;
import io.github.tumorbench.press.site.versions.VersionFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/**
 * A version beside the same made again from its record.
 *
 * <p>By the program that made it, all texts must be the same. Another program draws pages otherwise: what comes out the same is
 * as good as that; else data must be equal number by number as far as both have it, and the numbers of a page must be those that
 * the version's own list has.
 */
final class Recomputation {
    private final String name;
    private final Path published;
    private final Path again;
    private final Set<String> facts;
    private final boolean sameProgram;
    private final boolean sameLettering;
    private final List<String> problems = new ArrayList<>();
    private int pages;
    private int drawnOtherwise;
    private int numbers;
    private int compared;
    private int worded;
    private int alone;

    /**
     * @param name how to call the version
     * @param again the version made again
     * @param facts words of the record that no program may put otherwise
     */
    Recomputation(
            String name, Path published, Path again, Set<String> facts, boolean sameProgram, boolean sameLettering) {
        this.name = name;
        this.published = published;
        this.again = again;
        this.facts = Set.copyOf(facts);
        this.sameProgram = sameProgram;
        this.sameLettering = sameLettering;
    }

    /** Compares everything. */
    List<String> problems() {
        SortedMap<String, String> found = Published.of(published);
        SortedMap<String, String> expected = Published.of(again);
        JsonNode list = Json.read(published.resolve(VersionFolder.NUMBERS), JsonNode.class);
        found.forEach((file, text) -> {
            String other = expected.get(file);
            if (file.endsWith(".html")) {
                page(file, text, other, list.path(file));
            } else if (other == null) {
                lacking(file);
            } else {
                data(file, text, other);
            }
        });
        if (sameProgram) {
            expected.keySet().stream()
                    .filter(file -> !found.containsKey(file))
                    .forEach(file -> problems.add(place(file) + ": expected this file, found none"));
        }
        return problems;
    }

    /** What was compared, in sentences. */
    List<String> checked() {
        List<String> said = new ArrayList<>();
        said.add("%s pages with %s numbers: %s"
                .formatted(
                        pages,
                        numbers,
                        drawnOtherwise == 0
                                ? "all the same when made again from the record"
                                : (pages - drawnOtherwise) + " the same when made again from the record; "
                                        + drawnOtherwise
                                        + " drawn otherwise by this program, their numbers compared with "
                                        + VersionFolder.NUMBERS));
        if (compared > 0) {
            said.add("%s values of its data recomputed from the predictions%s%s"
                    .formatted(
                            compared,
                            worded == 0
                                    ? ""
                                    : "; " + worded + " names and sentences are worded otherwise by this program",
                            alone == 0 ? "" : "; " + alone + " more are unknown to this program"));
        }
        if (!sameLettering) {
            said.add("drawings were made with other fonts than this machine has: their data was compared, their lines"
                    + " were not");
        }
        return said;
    }

    private void page(String file, String text, String other, JsonNode list) {
        pages++;
        numbers += PageText.numbers(text).size();
        if (other != null && plain(text).equals(plain(other))) {
            return;
        }
        if (sameProgram) {
            if (other == null) {
                lacking(file);
            } else {
                problems.addAll(TextDifferences.ofPages(place(file), plain(other), plain(text)));
            }
            return;
        }
        drawnOtherwise++;
        listed(file, text, list);
    }

    /** The page's numbers beside the version's own list of them. */
    private void listed(String file, String text, JsonNode list) {
        List<String> found = PageText.numbers(text);
        if (found.size() != list.size()) {
            problems.add("%s: expected %s numbers as %s lists, found %s"
                    .formatted(place(file), list.size(), VersionFolder.NUMBERS, found.size()));
            return;
        }
        List<String> differing = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            if (!found.get(i).equals(list.get(i).asText())) {
                differing.add("%s: expected %s as %s lists, found %s, near \"%s\""
                        .formatted(
                                place(file),
                                list.get(i).asText(),
                                VersionFolder.NUMBERS,
                                found.get(i),
                                PageText.near(text, PageText.place(text, i))));
            }
        }
        problems.addAll(TextDifferences.cut(differing, place(file)));
    }

    private String plain(String text) {
        String named = Published.withoutObjects(text);
        return sameLettering ? named : Published.withoutDrawings(named);
    }

    private void data(String file, String text, String other) {
        boolean values = file.startsWith("data/") && (file.endsWith(".json") || file.endsWith(".csv"));
        if (file.equals(Version.FILE)) {
            versions(file, text, other);
        } else if (sameProgram) {
            if (file.endsWith(".svg") && !sameLettering) {
                return;
            }
            compared += values && !file.equals(VersionFolder.NUMBERS)
                    ? PageText.numbers(text).size()
                    : 0;
            // The list of numbers follows from the pages, which were compared; it has the drawings' too.
            if (!file.equals(VersionFolder.NUMBERS) || sameLettering) {
                problems.addAll(
                        values
                                ? TextDifferences.ofData(place(file), plain(other), plain(text))
                                : TextDifferences.ofPages(place(file), plain(other), plain(text)));
            }
        } else if (values && !file.equals(VersionFolder.NUMBERS)) {
            values(file, text, other);
        }
    }

    private void values(String file, String text, String other) {
        DataDifferences differences = file.startsWith(PageCells.FOLDER)
                ? DataDifferences.ofPages(place(file), cells(file, text), cells(file, other))
                : file.endsWith(".json")
                        ? DataDifferences.ofJson(place(file), Json.parse(text), Json.parse(other), facts::contains)
                        : DataDifferences.ofTable(place(file), Tables.rows(text), Tables.rows(other), facts::contains);
        problems.addAll(differences.problems());
        compared += differences.compared();
        worded += differences.worded();
        alone += differences.alone();
    }

    private static Map<String, String> cells(String file, String text) {
        return file.endsWith(".json") ? PageCells.ofJson(Json.parse(text)) : PageCells.ofTable(Tables.rows(text));
    }

    /** The fonts that lettered it are the one thing a version says of the machine. */
    private void versions(String file, String text, String other) {
        JsonNode found = Json.parse(text);
        JsonNode expected = Json.parse(other);
        ((ObjectNode) expected).set("lettering", found.path("lettering"));
        DataDifferences differences =
                DataDifferences.ofJson(place(file), found, expected, word -> sameProgram || facts.contains(word));
        problems.addAll(differences.problems());
        compared += differences.compared();
        worded += differences.worded();
    }

    private void lacking(String file) {
        if (sameProgram) {
            problems.add(place(file) + ": expected no such file when made again from the record, found one");
        }
    }

    private String place(String file) {
        return name + "/" + file;
    }
}
