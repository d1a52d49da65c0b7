package io.github.tumorbench.lab.dataset;

import io.github.tumorbench.study.InputException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Images in a folder or an archive, with masks in another where there are any. */
final class ImageFolderSource implements ImageSource {
    private final FileTree images;
    private final FileTree masks;
    private final Set<String> maskFiles;
    private final FolderLayout layout;

    /**
     * Closes both trees where the layout is refused.
     *
     * @param masks tree with a PNG at each image's path, or null
     */
    ImageFolderSource(FileTree images, FileTree masks) {
        this.images = images;
        this.masks = masks;
        this.maskFiles = masks == null ? Set.of() : Set.copyOf(masks.files());
        try {
            this.layout = new FolderLayout(images);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    @Override
    public String name() {
        return images.name();
    }

    @Override
    public List<String> classes() {
        return layout.classes();
    }

    @Override
    public List<ImageEntry> entries() {
        return layout.entries();
    }

    @Override
    public String place(ImageEntry entry) {
        return images.place(layout.root() + entry.file());
    }

    @Override
    public byte[] bytes(ImageEntry entry) throws UnreadableImageException {
        return images.read(layout.root() + entry.file());
    }

    @Override
    public Optional<String> fingerprint() {
        return images.fingerprint();
    }

    @Override
    public Optional<String> maskFingerprint() {
        return masks == null ? Optional.of("none") : masks.fingerprint();
    }

    @Override
    public Optional<TumourMask> mask(ImageEntry entry) {
        String file = entry.file();
        String mask = file.substring(0, file.lastIndexOf('.')) + ".png";
        if (!maskFiles.contains(mask)) {
            return Optional.empty();
        }
        try {
            return Optional.of(TumourMask.of(ImageDecoder.decode(masks.read(mask))));
        } catch (UnreadableImageException e) {
            throw new InputException(
                    "%s: expected a tumour mask as PNG, found %s".formatted(masks.place(mask), e.found()), e);
        }
    }

    @Override
    public void close() {
        images.close();
        if (masks != null) {
            masks.close();
        }
    }
}
