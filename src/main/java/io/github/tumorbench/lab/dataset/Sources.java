package io.github.tumorbench.lab.dataset;

import io.github.tumorbench.lab.dataset.phantom.PhantomScanner;
import io.github.tumorbench.study.DatasetSpec;
import io.github.tumorbench.study.InputException;
import io.github.tumorbench.study.StudyFile;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opens the source that a study names. */
public final class Sources {
    private static final String IMAGES = "a folder or a zip archive of images";
    private static final String FIGSHARE = "a folder or a zip archive of Figshare's .mat files";
    private static final String MASKS = "a folder or a zip archive of tumour masks";

    private static final String MASKS_BESIDE = "masks.zip";

    private Sources() {}

    /**
     * Opens a study's images. A relative path of the study starts at the study file's folder. Where the study names no masks,
     * those of a {@value #MASKS_BESIDE} that lies beside the images are taken.
     *
     * @param dataOverride folder or zip archive used instead of the study's path, or null
     * @throws InputException where there is no data, or not of the expected layout
     */
    public static ImageSource open(StudyFile file, Path dataOverride) {
        DatasetSpec spec = file.study().dataset();
        return switch (spec.source()) {
            case IMAGE_FOLDER -> openFolder(file, spec, dataOverride);
            case FIGSHARE -> new FigshareSource(path(file, spec, dataOverride, FIGSHARE));
            case PHANTOM -> openPhantom(file, spec, dataOverride);
        };
    }

    private static ImageSource openPhantom(StudyFile file, DatasetSpec spec, Path dataOverride) {
        if (dataOverride != null) {
            throw new InputException(
                    "%s: dataset.source: expected image-folder where --data is given (%s), found phantom, which draws its images itself"
                            .formatted(file.name(), dataOverride));
        }
        int size = spec.phantom().size();
        if (size < PhantomScanner.LEAST_SIZE) {
            throw new InputException("%s: dataset.phantom.size: expected at least %s pixels, found %s"
                    .formatted(file.name(), PhantomScanner.LEAST_SIZE, size));
        }
        return new PhantomSource(file.study().seed(), spec.phantom());
    }

    private static ImageSource openFolder(StudyFile file, DatasetSpec spec, Path dataOverride) {
        Path path = path(file, spec, dataOverride, IMAGES);
        FileTree images = FileTree.open(path, IMAGES);
        FileTree masks;
        try {
            masks = spec.masks() == null ? beside(path) : FileTree.open(resolve(file, spec.masks()), MASKS);
        } catch (RuntimeException e) {
            images.close();
            throw e;
        }
        return new ImageFolderSource(images, masks);
    }

    /** The archive {@value #MASKS_BESIDE} in the images' folder, or null where there is none. */
    private static FileTree beside(Path images) {
        Path masks = images.toAbsolutePath().resolveSibling(MASKS_BESIDE);
        return Files.isRegularFile(masks) && !masks.equals(images.toAbsolutePath())
                ? FileTree.open(masks, MASKS)
                : null;
    }

    private static Path path(StudyFile file, DatasetSpec spec, Path dataOverride, String expected) {
        if (dataOverride == null && spec.path() == null) {
            throw new InputException("%s: dataset.path: expected %s, found none; name it there or give --data PATH"
                    .formatted(file.name(), expected));
        }
        return dataOverride != null ? dataOverride : resolve(file, spec.path());
    }

    private static Path resolve(StudyFile file, String path) {
        return file.folder().resolve(path).normalize();
    }
}
