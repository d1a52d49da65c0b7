package io.github.tumorbench.lab.dataset.fetch;

import io.github.tumorbench.lab.Progress;
import io.github.tumorbench.lab.download.Downloader;
import io.github.tumorbench.study.Digests;
import io.github.tumorbench.study.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.function.IntFunction;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Gets one file after another, each into a part beside its place first, which a later run goes on with.
 *
 * @param authorization see {@link Downloader#fetch}, or null
 * @param advice what a message says after a refusal with this HTTP status, or after 0 where nothing was answered
 */
record Fetcher(Downloader downloader, String authorization, IntFunction<String> advice) {
    /** The file, downloaded unless it is there; one that is not what was announced is not kept. */
    Path fetch(RemoteFile file, Path folder, Progress progress) {
        Path target = folder.resolve(file.name());
        if (Files.isRegularFile(target)) {
            check(file, target, "remove it to have it downloaded again");
            return target;
        }
        Path part = folder.resolve(file.name() + ".part");
        try {
            IgnoredFolder.refuseOther(folder);
            Files.createDirectories(folder);
            downloader.fetch(file.address(), authorization, part, progress);
            try {
                check(file, part, "nothing was kept");
            } catch (InputException e) {
                Files.deleteIfExists(part);
                throw e;
            }
            return Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (InterruptedIOException e) {
            throw new InputException(
                    "%s: expected the download to end, found it interrupted; the next run goes on with %s"
                            .formatted(file.address(), part),
                    e);
        } catch (Downloader.RefusedException e) {
            throw new InputException(
                    "%s: expected the file, found that %s%s"
                            .formatted(file.address(), e.getMessage(), advice.apply(e.status())),
                    e);
        } catch (IOException e) {
            throw new InputException(
                    "%s: expected the file, found that the download failed (%s); what arrived is kept, and the next run goes on with it%s"
                            .formatted(file.address(), e, advice.apply(0)),
                    e);
        }
    }

    private static void check(RemoteFile file, Path path, String then) {
        try {
            long size = Files.size(path);
            if (file.size() > 0 && size != file.size()) {
                throw new InputException(
                        "%s: expected %s bytes, found %s; %s".formatted(path, file.size(), size, then));
            }
            String md5 = file.md5() == null ? null : Digests.md5(path);
            if (md5 != null && !md5.equals(file.md5())) {
                throw new InputException(
                        "%s: expected the MD5 digest %s, found %s; %s".formatted(path, file.md5(), md5, then));
            }
            if (file.name().endsWith(".zip")) {
                readThrough(path, then);
            }
        } catch (IOException e) {
            throw new InputException("%s: expected a file that can be read, found %s".formatted(path, e), e);
        }
    }

    /** Reading an entry to its end checks its sum. */
    private static void readThrough(Path path, String then) {
        try (ZipFile zip = new ZipFile(path.toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                try (InputStream in = zip.getInputStream(entries.nextElement())) {
                    in.transferTo(OutputStream.nullOutputStream());
                }
            }
        } catch (IOException e) {
            throw new InputException(
                    "%s: expected a whole zip archive, found another file or a damaged one (%s); %s"
                            .formatted(path, e.getMessage(), then),
                    e);
        }
    }
}
