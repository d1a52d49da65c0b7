package io.github.tumorbench.lab.backbone;

import io.github.tumorbench.lab.Progress;
import io.github.tumorbench.lab.download.Downloader;
import io.github.tumorbench.study.Digests;
import io.github.tumorbench.study.InputException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Knows where weights files lie, and downloads Keras's official ones into the cache. */
public final class WeightsLocator {
    private final List<Path> folders;
    private final Path studyFolder;
    private final Path cache;
    private final boolean offline;
    private final Map<String, OfficialFile> officials;
    private final Downloader downloader;

    /**
     * Looks at nothing yet.
     *
     * @param folders looked in first, e.g. of {@code --weights}
     * @param studyFolder where a study file's relative paths begin
     * @param cache where downloads go; made when first needed
     * @param offline whether nothing may be downloaded
     */
    public WeightsLocator(List<Path> folders, Path studyFolder, Path cache, boolean offline) {
        this(folders, studyFolder, cache, offline, OfficialFile.IMAGENET, Downloader.USUAL);
    }

    WeightsLocator(
            List<Path> folders,
            Path studyFolder,
            Path cache,
            boolean offline,
            Map<String, OfficialFile> officials,
            Downloader downloader) {
        this.folders = List.copyOf(folders);
        this.studyFolder = studyFolder;
        this.cache = cache;
        this.offline = offline;
        this.officials = Map.copyOf(officials);
        this.downloader = downloader;
    }

    /**
     * The file a study names: an absolute path, else in the folders, else beside the study file.
     *
     * @throws InputException if it is nowhere
     */
    public Path file(String name) {
        List<Path> candidates = new ArrayList<>();
        try {
            if (Path.of(name).isAbsolute()) {
                candidates.add(Path.of(name));
            } else {
                folders.forEach(folder -> candidates.add(folder.resolve(name)));
                candidates.add(studyFolder.resolve(name));
            }
        } catch (InvalidPathException e) {
            throw new InputException("weights: expected the name of a file, found " + name + ".", e);
        }
        return candidates.stream()
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new InputException("weights: expected the file " + name + ", found none at "
                        + candidates.stream().map(WeightsLocator::shown).collect(Collectors.joining(" or "))
                        + "."));
    }

    /**
     * Keras's official ImageNet weights without the top: in the folders, else in the cache, else downloaded into it. In the
     * folders a file of the official name is taken as it is, and noted where its digest differs; in the cache it must be
     * Keras's.
     *
     * @param backbone one of {@link Backbones#names()}
     * @throws InputException if it is nowhere and cannot be downloaded, with what to put where
     */
    public Path official(String backbone, Progress progress) {
        OfficialFile official = officials.get(backbone);
        if (official == null) {
            throw new InputException(backbone + ": expected ImageNet weights to be published for it, found none; use"
                    + " {file: NAME} or random.");
        }
        for (Path folder : folders) {
            Path file = folder.resolve(official.name());
            if (Files.isRegularFile(file)) {
                note(official, file, progress);
                return file;
            }
        }
        Path cached = cache.resolve(official.name());
        if (!Files.isRegularFile(cached)) {
            return download(backbone, official, cached, progress);
        }
        refuseOther(
                official,
                cached,
                cached,
                "; remove it to have it downloaded again, or put it into a folder given with"
                        + " --weights to use it as it is");
        return cached;
    }

    private static void note(OfficialFile official, Path file, Progress progress) {
        if (official.md5() != null && !official.md5().equals(md5(file))) {
            progress.say(shown(file) + ": its digest is not the official file's; used as it is.");
        }
    }

    private static String md5(Path file) {
        try {
            return Digests.md5(file);
        } catch (IOException e) {
            throw WeightsFile.unreadable(file, e);
        }
    }

    /** @param named what the message calls the file */
    private static void refuseOther(OfficialFile official, Path file, Object named, String advice) {
        if (official.md5() == null) {
            return;
        }
        String found = md5(file);
        if (!official.md5().equals(found)) {
            throw new InputException(
                    named + ": expected the MD5 digest " + official.md5() + ", found " + found + advice + ".");
        }
    }

    private Path download(String backbone, OfficialFile official, Path target, Progress progress) {
        if (offline) {
            throw unobtainable(backbone, official, "this run is offline", null);
        }
        Path part = target.resolveSibling(official.name() + ".part");
        try {
            Files.createDirectories(cache);
            downloader.fetch(official.address(), part, progress);
            verify(backbone, official, part);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            return target;
        } catch (InterruptedIOException e) {
            throw new InputException(
                    official.address() + ": expected the download to end, found it interrupted; the next"
                            + " run goes on with " + shown(part) + ".",
                    e);
        } catch (IOException e) {
            removeEmpty(part);
            throw unobtainable(backbone, official, reason(e), e);
        }
    }

    /** What is not the file is removed, so that the next run begins anew. */
    private static void verify(String backbone, OfficialFile official, Path part) throws IOException {
        try {
            refuseOther(official, part, official.address(), "; nothing was kept");
            if (official.md5() == null) {
                WeightsImport.check(backbone, part);
            }
        } catch (InputException e) {
            Files.deleteIfExists(part);
            throw e;
        }
    }

    /** A download that never began leaves nothing. */
    private static void removeEmpty(Path part) {
        try {
            if (Files.isRegularFile(part) && Files.size(part) == 0) {
                Files.delete(part);
            }
        } catch (IOException e) {
            // The failure being reported matters more than an empty file.
        }
    }

    private InputException unobtainable(String backbone, OfficialFile official, String reason, Throwable cause) {
        List<Path> looked = new ArrayList<>(folders);
        looked.add(cache);
        return new InputException(
                backbone + ": expected its ImageNet weights in "
                        + looked.stream().map(WeightsLocator::shown).collect(Collectors.joining(" or "))
                        + ", found none, and "
                        + reason + "; put " + official.name() + " from " + official.address() + " into " + shown(cache)
                        + " or into a folder given with --weights.",
                cause);
    }

    private static String reason(IOException e) {
        String message = e.getMessage() == null ? "" : " (" + e.getMessage() + ")";
        return "the download failed: " + e.getClass().getSimpleName() + message;
    }

    private static String shown(Path path) {
        return path.toAbsolutePath().normalize().toString();
    }
}
