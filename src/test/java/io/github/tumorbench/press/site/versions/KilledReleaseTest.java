package io.github.tumorbench.press.site.versions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The site is a valid set of versions at whatever moment a release is killed. */
class KilledReleaseTest {
    private static final int KILLS = 200;
    private static final int PROCESSES = 4;

    @TempDir
    private Path folder;

    @Test
    void killedAtTwoHundredRandomStepsTheSiteIsBeforeOrAfter() throws IOException {
        Random random = new Random(8);
        Path site = folder.resolve("site");
        SiteReader reader = new SiteReader(site);
        MortalDisk counting = MortalDisk.immortal();
        new Releases(folder.resolve("counted"), counting, Budget.PAGES).release(SmallContent.of("1.0.0"), null);
        List<String> listed = List.of();
        List<String> there = new ArrayList<>();
        int after = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            String number = "0.0." + kill;
            // Beyond a first release, what the last one left is mended; some draws fall past the end, and nothing dies.
            int step = 1 + random.nextInt(counting.steps() + 6);
            Releases mortal = new Releases(site, new MortalDisk(step, random.nextBoolean()), Budget.PAGES);
            boolean killed = killed(() -> mortal.release(SmallContent.of(number), null));
            List<String> now = reader.visit();
            assertThat(now).as("what was listed stays listed").containsAll(listed);
            there.add(number);
            if (!Files.exists(site.resolve("v" + number))) {
                assertThat(killed).as("what was not killed is released").isTrue();
                there.remove(number);
            }
            after += there.contains(number) ? 1 : 0;
            assertThat(there).as("what is listed is there").containsAll(now);
            assertThat(there)
                    .allSatisfy(one -> assertThat(site.resolve("v" + one)).isDirectory());
            listed = now;
            if (kill % 10 == 9) {
                new Releases(site).refresh();
                if (!there.isEmpty()) {
                    reader.visitAtRest();
                }
                assertThat(reader.visit()).containsExactlyInAnyOrderElementsOf(there);
                // Few versions keep the visits short.
                Disk.real().deleteTree(site);
                there.clear();
                listed = List.of();
            }
        }
        assertThat(after).as("killed after the release, or not at all").isBetween(KILLS / 10, KILLS - KILLS / 10);
    }

    @Test
    void everySingleStepOfAReleaseAndOfAWithdrawalMayBeTheLast() throws IOException {
        Path site = folder.resolve("site");
        SiteReader reader = new SiteReader(site);
        new Releases(site).release(SmallContent.phantom("0.1.0"), null);
        int step = 0;
        boolean killed = true;
        while (killed) {
            step++;
            boolean done = step % 2 == 0;
            MortalDisk disk = new MortalDisk(step, done);
            killed = killed(() -> new Releases(site, disk, Budget.PAGES).release(SmallContent.of("0.2.0"), null));
            reader.visit();
            new Releases(site).refresh();
            reader.visitAtRest();
            if (Files.exists(site.resolve("v0.2.0"))) {
                Disk.real().deleteTree(site.resolve("v0.2.0"));
                new Releases(site).refresh();
            }
        }
        assertThat(step).isGreaterThan(20);
        int withdrawing = 0;
        killed = true;
        while (killed) {
            withdrawing++;
            MortalDisk disk = new MortalDisk(withdrawing, true);
            killed = killed(() -> new Releases(site, disk, Budget.PAGES)
                    .withdraw(SemanticVersion.parse("0.1.0"), "A mistake.", SmallContent.DAY));
            reader.visit();
            new Releases(site).refresh();
            reader.visitAtRest();
            if (killed && reader.page("index.html").select("tr.withdrawn").size() == 1) {
                assertThat(Files.readString(site.resolve("versions.json"))).contains("A mistake.");
                break;
            }
        }
        assertThat(withdrawing).isGreaterThan(3);
    }

    @Test
    void aKilledProcessLeavesAValidSiteAndTheNextOneGoesOn() throws Exception {
        Path site = folder.resolve("site");
        SiteReader reader = new SiteReader(site);
        Random random = new Random(3);
        int listed = 0;
        for (int i = 0; i < PROCESSES; i++) {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Releasing.class.getName(),
                            site.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile())
                    .start();
            waitForARelease(process, site);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(120)));
            process.destroyForcibly();
            assertThat(process.waitFor())
                    .as(Files.readString(folder.resolve("log")))
                    .isEqualTo(128 + 9);
            int now = reader.visit().size();
            assertThat(now).isGreaterThanOrEqualTo(listed);
            listed = now;
        }
        assertThat(listed).isPositive();
        new Releases(site).refresh();
        reader.visitAtRest();
    }

    /** So that the kill falls into work, and not into the start of Java. */
    private static void waitForARelease(Process process, Path site) throws IOException {
        int before = Catalogue.read(site).entries().size();
        while (process.isAlive() && Catalogue.read(site).entries().size() == before) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    /** Releases one version after the other until it is killed. */
    static final class Releasing {
        private Releasing() {}

        public static void main(String[] args) throws IOException {
            Path site = Path.of(args[0]);
            for (int next = Catalogue.read(site).entries().size(); ; next++) {
                new Releases(site).release(SmallContent.of("0.0." + next), null);
            }
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static boolean killed(Work work) throws IOException {
        try {
            work.run();
            return false;
        } catch (MortalDisk.Killed e) {
            return true;
        }
    }

    @Test
    void oneReleaseAtATime() throws IOException {
        Path site = Files.createDirectories(folder.resolve("site"));
        try (SiteLock lock = SiteLock.of(site)) {
            lock.check();
            assertThatThrownBy(() -> new Releases(site).release(SmallContent.of("1.0.0"), null))
                    .hasMessage(site + ": expected to be alone with the site, found another release at work");
        }
        new Releases(site).release(SmallContent.of("1.0.0"), null);
        assertThat(site.resolve("v1.0.0")).isDirectory();
    }
}
