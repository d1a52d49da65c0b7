package io.github.tumorbench.press.site.versions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.tumorbench.study.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a site of versions becomes by releases and withdrawals. */
class ReleasesTest {
    @TempDir
    private Path folder;

    private Path site;
    private Releases releases;

    @BeforeEach
    void prepare() {
        site = folder.resolve("site");
        releases = new Releases(site);
    }

    @Test
    void aSecondReleaseOfAVersionIsRefusedAndChangesNothing() throws IOException {
        releases.release(SmallContent.of("1.0.0"), null);
        Map<String, String> before = contents(site);

        assertThatThrownBy(() -> releases.release(SmallContent.phantom("1.0.0"), null))
                .isInstanceOf(InputException.class)
                .hasMessage(site.resolve("v1.0.0")
                        + ": expected no such version, found it released already; versions are never overwritten");
        assertThat(contents(site)).isEqualTo(before);
    }

    @Test
    void laterReleasesAndWithdrawalsNeverChangeAVersion() throws IOException {
        releases.release(SmallContent.of("1.0.0"), null);
        Map<String, String> first = contents(site.resolve("v1.0.0"));
        releases.release(SmallContent.of("1.1.0"), null);
        releases.withdraw(SemanticVersion.parse("1.0.0"), "Two labels were swapped.", SmallContent.DAY);

        assertThat(contents(site.resolve("v1.0.0"))).isEqualTo(first);
        new SiteReader(site).visitAtRest();
    }

    @Test
    void aNewerVersionOfTheSameStudySupersedesAndOneOfAnotherDoesNot() throws IOException {
        releases.release(SmallContent.phantom("0.1.0"), null);
        releases.release(SmallContent.of("0.10.0"), null);
        releases.release(SmallContent.of("0.9.0"), null);

        assertThat(states()).containsExactly("0.10.0 current", "0.9.0 superseded", "0.1.0 current");
        assertThat(list().path("landing").asText()).isEqualTo("0.10.0");
        assertThat(list().at("/versions/1/newest").asText()).isEqualTo("0.10.0");
        assertThat(list().at("/versions/2/badge").asText()).isEqualTo("phantom");
        assertThat(list().at("/versions/0/headlines/0/accuracy/low").asDouble()).isEqualTo(0.9);
    }

    @Test
    void theLandingPageShowsTheRealStudyFirstAndThePhantomBadgedBesideIt() throws IOException {
        releases.release(SmallContent.of("0.1.0"), null);
        releases.release(SmallContent.phantom("0.2.0"), null);

        Document page = new SiteReader(site).page("index.html");
        assertThat(page.select("h1").text()).isEqualTo("A study <of> scans");
        assertThat(page.select(".results li").text())
                .isEqualTo("Net official, 120 test images 95.0 % 95 % interval 90.0–98.0");
        assertThat(page.select("a.first").attr("href")).isEqualTo("v0.1.0/index.html");
        assertThat(page.select(".others li h3").text()).isEqualTo("A demonstration phantom");
        assertThat(page.select("table tbody tr").eachAttr("class")).containsExactly("current", "current");
        assertThat(page.select("table tbody tr").first().select(".badge").text())
                .isEqualTo("phantom");
        assertThat(latest()).isEqualTo("../v0.1.0/index.html");
    }

    @Test
    void aWithdrawnVersionSaysWhyAndTheOneBeforeItIsCurrentAgain() throws IOException {
        releases.release(SmallContent.of("1.0.0"), null);
        releases.release(SmallContent.of("1.1.0"), null);
        releases.withdraw(SemanticVersion.parse("1.1.0"), " Two <labels> were swapped. ", LocalDate.of(2026, 12, 1));

        assertThat(states()).containsExactly("1.1.0 withdrawn", "1.0.0 current");
        assertThat(list().at("/versions/0/withdrawn").toString())
                .isEqualTo("{\"date\":\"2026-12-01\",\"reason\":\"Two <labels> were swapped.\"}");
        assertThat(new SiteReader(site)
                        .page("index.html")
                        .select("tr.withdrawn td.status")
                        .text())
                .isEqualTo("withdrawn on 2026-12-01: Two <labels> were swapped.");
        assertThat(Files.readString(site.resolve("feed.xml")))
                .contains("<summary>Withdrawn: Two &lt;labels&gt; were swapped.</summary>");
        assertThat(latest()).isEqualTo("../v1.0.0/index.html");
        new SiteReader(site).visitAtRest();
    }

    @Test
    void whereEveryVersionIsWithdrawnTheSiteSaysSo() throws IOException {
        releases.release(SmallContent.of("1.0.0"), null);
        releases.withdraw(SemanticVersion.parse("1.0.0"), "Wrong.", SmallContent.DAY);

        assertThat(list().path("landing").isNull()).isTrue();
        assertThat(new SiteReader(site).page("index.html").select("h1").text()).isEqualTo("No version stands");
        assertThat(latest()).isEqualTo("../index.html");
        new SiteReader(site).visitAtRest();
    }

    @Test
    void onlyAReleasedVersionThatStandsCanBeWithdrawnAndOnlyWithAReason() {
        releases.release(SmallContent.of("1.0.0"), null);
        SemanticVersion number = SemanticVersion.parse("1.0.0");

        assertThatThrownBy(() -> releases.withdraw(number, " ", SmallContent.DAY))
                .hasMessage("reason: expected why version 1.0.0 is withdrawn, found nothing");
        assertThatThrownBy(() -> releases.withdraw(SemanticVersion.parse("2.0.0"), "Wrong.", SmallContent.DAY))
                .hasMessage(site.resolve("v2.0.0") + ": expected a released version, found none");
        releases.withdraw(number, "Wrong.", SmallContent.DAY);
        assertThatThrownBy(() -> releases.withdraw(number, "Wrong.", SmallContent.DAY))
                .hasMessage(
                        site.resolve("v1.0.0") + ": expected a version that stands, found it withdrawn on 2026-11-25");
    }

    @Test
    void whatVersionsShareLiesThereOnceAndIsInEveryManifest() throws IOException {
        releases.release(SmallContent.of("1.0.0"), null);
        releases.release(SmallContent.of("1.1.0"), null);

        assertThat(site.resolve("objects").toFile().list()).hasSize(3);
        assertThat(Manifest.read(site.resolve("v1.0.0")).digests().keySet())
                .filteredOn(name -> name.startsWith("../objects/"))
                .hasSize(2);
        new SiteReader(site).visitAtRest();
    }

    @Test
    void aBundleIsASiteOfItsOwnAndTheSameBytesEachTime() throws IOException {
        releases.release(SmallContent.of("1.0.0"), null);
        Path one = folder.resolve("one.zip");
        releases.release(SmallContent.of("1.1.0"), one);
        Path two = folder.resolve("two.zip");
        new Releases(folder.resolve("other")).release(SmallContent.of("1.1.0"), two);

        assertThat(Files.readAllBytes(one)).isEqualTo(Files.readAllBytes(two));
        Path unpacked = unpack(one, folder.resolve("unpacked")).resolve("tumorbench-v1.1.0");
        new SiteReader(unpacked).visitAtRest();
        assertThat(contents(unpacked.resolve("v1.1.0"))).isEqualTo(contents(site.resolve("v1.1.0")));
    }

    @Test
    void aSiteNearItsLimitIsWarnedOfAndOneBeyondItIsNotReleasedTo() throws IOException {
        releases.release(SmallContent.of("1.0.0"), null);
        long one = contents(site).values().stream().mapToLong(String::length).sum();
        Map<String, String> before = contents(site);

        assertThatThrownBy(() -> new Releases(site, Disk.real(), new Budget(one, one + 500))
                        .release(SmallContent.of("1.1.0"), null))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("nothing was released");
        assertThat(contents(site)).isEqualTo(before);
        assertThat(new Releases(site, Disk.real(), new Budget(one, 100 * one)).release(SmallContent.of("1.1.0"), null))
                .hasValueSatisfying(warning -> assertThat(warning).contains("that a Pages site may have"));
        assertThat(new Releases(site, Disk.real(), new Budget(50 * one, 100 * one))
                        .release(SmallContent.of("1.2.0"), null))
                .isEmpty();
        assertThat(Budget.PAGES).isEqualTo(new Budget(800_000_000L, 1_000_000_000L));
    }

    @Test
    void aFileInThePlaceOfTheSiteIsLeftAlone() throws IOException {
        Files.writeString(site, "kept");

        assertThatThrownBy(() -> releases.release(SmallContent.of("1.0.0"), null))
                .isInstanceOf(InputException.class)
                .hasMessage(site + ": expected a folder of versions, found a file");
        assertThat(site).hasContent("kept");
    }

    @Test
    void otherFilesOfTheSiteAreLeftAlone() throws IOException {
        Files.createDirectories(site);
        Files.writeString(site.resolve("CNAME"), "example.org");
        releases.release(SmallContent.of("1.0.0"), null);

        assertThat(site.resolve("CNAME")).hasContent("example.org");
    }

    private JsonNode list() throws IOException {
        return new ObjectMapper().readTree(site.resolve("versions.json").toFile());
    }

    private List<String> states() throws IOException {
        List<String> states = new ArrayList<>();
        list().path("versions")
                .forEach(one -> states.add(
                        one.path("version").asText() + " " + one.path("status").asText()));
        return states;
    }

    private String latest() throws IOException {
        return new SiteReader(site)
                .page("latest/index.html")
                .select("link[rel=canonical]")
                .attr("href");
    }

    private static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (var walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                contents.put(
                        folder.relativize(file).toString(),
                        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return contents;
    }

    private static Path unpack(Path zip, Path folder) throws IOException {
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Path file = folder.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.write(file, in.readAllBytes());
            }
        }
        return folder;
    }
}
