package io.github.tumorbench.press.site.versions;

import io.github.tumorbench.study.Digests;
import io.github.tumorbench.study.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Freezes versions into a site, and withdraws them.
 *
 * <p>A release is made in a workshop beside the site and comes into it in this order: the objects it shows, which nobody
 * refers to yet; its folder, by one renaming, which is the release; what follows from it (the lists, the landing page), each file
 * by one renaming. Killed before the folder's renaming, the site is as it was, with objects too many at worst; killed after it,
 * the version is there and the lists may lag behind. Whatever is begun next first brings lists and objects in line, and so
 * finishes what was cut off. A withdrawal is the renaming of {@code versions.json}.
 */
public final class Releases {
    private final Path site;
    private final Path workshop;
    private final Disk disk;
    private final Budget budget;

    public Releases(Path site) {
        this(site, Disk.real(), Budget.PAGES);
    }

    Releases(Path site, Disk disk, Budget budget) {
        this.site = site.toAbsolutePath().normalize();
        this.disk = disk;
        this.budget = budget;
        if (this.site.getFileName() == null) {
            throw new InputException(site + ": expected a folder for versions, found the root of the disk");
        }
        this.workshop = this.site.resolveSibling("." + this.site.getFileName() + "-release");
    }

    private interface Work<T> {
        T run(Catalogue catalogue) throws IOException;
    }

    /**
     * Releases a version.
     *
     * @param bundle where a zip of it goes as well; null for none
     * @return a warning where the site comes near its limit
     * @throws InputException if the version is there already, or the site is too large or cannot be written
     */
    public Optional<String> release(VersionFolder content, Path bundle) {
        return release((Content) content, bundle);
    }

    Optional<String> release(Content content, Path bundle) {
        return alone(catalogue -> {
            SemanticVersion number = content.number();
            if (Files.exists(site.resolve(number.folder()))) {
                throw new InputException(site.resolve(number.folder())
                        + ": expected no such version, found it released already; versions are never overwritten");
            }
            Path made = workshop.resolve(number.folder());
            Path objects = workshop.resolve(SharedObjects.FOLDER);
            SortedMap<String, String> shared = content.fill(made, objects, disk);
            byte[] manifest = Manifest.of(made, shared).text().getBytes(StandardCharsets.UTF_8);
            disk.write(made.resolve(Manifest.FILE), manifest);
            Version version = Json.read(made.resolve(Version.FILE), Version.class);
            Entry entry = new Entry(version, Digests.sha256(manifest), null);
            SortedMap<String, Path> coming = coming(shared, objects);
            Optional<String> warning = budget.check(site, List.of(made, objects));
            if (bundle != null) {
                writeBundle(entry, made, shared, bundle);
            }
            disk.makeFolders(site.resolve(SharedObjects.FOLDER));
            for (Map.Entry<String, Path> object : coming.entrySet()) {
                disk.move(object.getValue(), site.resolve(SharedObjects.FOLDER).resolve(object.getKey()));
            }
            disk.move(made, site.resolve(number.folder()));
            derive(catalogue.with(entry));
            return warning;
        });
    }

    /**
     * Withdraws a version: it stays where it is, marked wherever it is listed.
     *
     * @param reason a sentence for readers
     * @throws InputException if there is no such version, it is withdrawn already or the reason is empty
     */
    public void withdraw(SemanticVersion number, String reason, LocalDate date) {
        if (reason.isBlank()) {
            throw new InputException("reason: expected why version " + number + " is withdrawn, found nothing");
        }
        alone(catalogue -> {
            Entry entry = catalogue
                    .find(number)
                    .orElseThrow(() -> new InputException(
                            site.resolve(number.folder()) + ": expected a released version, found none"));
            if (entry.withdrawn()) {
                throw new InputException(site.resolve(number.folder()) + ": expected a version that stands, found it"
                        + " withdrawn on " + entry.withdrawal().date());
            }
            derive(catalogue.withdrawn(number, new Entry.Withdrawal(date.toString(), reason.strip())));
            return null;
        });
    }

    /** Writes anew what follows from the versions; what a release that was cut off left undone is done then. */
    public void refresh() {
        alone(catalogue -> null);
    }

    /** Everything happens alone with the site, after what was cut off before is mended. */
    private <T> T alone(Work<T> work) {
        try {
            disk.makeFolders(site.getParent());
            if (Files.exists(site) && !Files.isDirectory(site)) {
                throw new InputException(site + ": expected a folder of versions, found a file");
            }
            try (SiteLock lock = SiteLock.of(site)) {
                lock.check();
                disk.deleteTree(workshop);
                disk.makeFolders(workshop);
                Catalogue catalogue = Catalogue.read(site);
                if (!catalogue.entries().isEmpty()) {
                    dropUnusedObjects(catalogue);
                    derive(catalogue);
                }
                try {
                    return work.run(catalogue);
                } finally {
                    disk.deleteTree(workshop);
                }
            }
        } catch (IOException e) {
            throw Failures.refused(site, e);
        }
    }

    /** Writes each file that follows from the catalogue where it is not so already, by one renaming each. */
    private void derive(Catalogue catalogue) throws IOException {
        for (Map.Entry<String, byte[]> file : DerivedFiles.of(catalogue).entrySet()) {
            Path target = site.resolve(file.getKey());
            if (!Files.exists(target) || !Arrays.equals(Files.readAllBytes(target), file.getValue())) {
                Path made = workshop.resolve("derived");
                disk.write(made, file.getValue());
                disk.makeFolders(target.getParent());
                disk.move(made, target);
            }
        }
    }

    private void dropUnusedObjects(Catalogue catalogue) throws IOException {
        Path objects = site.resolve(SharedObjects.FOLDER);
        if (!Files.isDirectory(objects)) {
            return;
        }
        Set<Path> used = new HashSet<>();
        for (Entry entry : catalogue.entries()) {
            Path version = site.resolve(entry.number().folder());
            Manifest.read(version)
                    .digests()
                    .keySet()
                    .forEach(name -> used.add(version.resolve(name).normalize()));
        }
        List<Path> all;
        try (Stream<Path> files = Files.list(objects)) {
            all = files.toList();
        }
        for (Path object : all) {
            if (!used.contains(object)) {
                disk.delete(object);
            }
        }
    }

    /** Objects that the site lacks; those it has are dropped from the workshop. */
    private SortedMap<String, Path> coming(SortedMap<String, String> shared, Path objects) throws IOException {
        SortedMap<String, Path> coming = new TreeMap<>();
        for (String path : shared.keySet()) {
            String name = path.substring(SharedObjects.FROM_VERSION.length());
            if (Files.exists(site.resolve(SharedObjects.FOLDER).resolve(name))) {
                disk.delete(objects.resolve(name));
            } else {
                coming.put(name, objects.resolve(name));
            }
        }
        return coming;
    }

    private void writeBundle(Entry entry, Path made, SortedMap<String, String> shared, Path bundle) throws IOException {
        SortedMap<String, Path> objects = new TreeMap<>();
        for (String path : shared.keySet()) {
            String name = path.substring(SharedObjects.FROM_VERSION.length());
            Path coming = workshop.resolve(SharedObjects.FOLDER).resolve(name);
            objects.put(
                    name,
                    Files.exists(coming)
                            ? coming
                            : site.resolve(SharedObjects.FOLDER).resolve(name));
        }
        Path target = bundle.toAbsolutePath().normalize();
        disk.makeFolders(target.getParent());
        Path part = target.resolveSibling("." + target.getFileName() + ".part");
        disk.write(part, Bundle.of(entry, made, objects));
        disk.move(part, target);
    }
}
