package io.github.tumorbench.lab.dataset;

import io.github.tumorbench.lab.Progress;
import io.github.tumorbench.study.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Writes images again without what their files hold beside the picture. */
public final class MetadataFreeCopy {
    private MetadataFreeCopy() {}

    /**
     * Copies every readable image to its path below a folder.
     *
     * @return from how many files something was removed
     * @throws InputException where a file cannot be written
     */
    public static int write(ImageSource source, Path folder, Progress progress) {
        List<ImageEntry> entries = source.entries();
        AtomicInteger stripped = new AtomicInteger();
        try (Progress.Task task = progress.start("Copying images", entries.size())) {
            Workers.forEach(entries.size(), task, i -> {
                if (copy(source, entries.get(i), folder, progress)) {
                    stripped.incrementAndGet();
                }
            });
        }
        return stripped.get();
    }

    private static boolean copy(ImageSource source, ImageEntry entry, Path folder, Progress progress) {
        Path target = folder.resolve(entry.file());
        try {
            byte[] bytes = source.bytes(entry);
            PixelImage before = ImageDecoder.decode(bytes);
            byte[] copy = new FileMetadata(bytes).stripped();
            if (!before.digest().equals(ImageDecoder.decode(copy).digest())) {
                throw new IllegalStateException("the copy of " + entry.file() + " shows another picture");
            }
            Files.createDirectories(target.getParent());
            Files.write(target, copy);
            return copy.length < bytes.length;
        } catch (UnreadableImageException e) {
            progress.say("%s: left out of the copy, found %s".formatted(source.place(entry), e.found()));
            return false;
        } catch (IOException e) {
            throw new InputException(
                    "%s: expected to write a copy there, found %s".formatted(target, IoWords.of(e)), e);
        }
    }
}
