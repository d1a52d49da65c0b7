package io.github.tumorbench.study;

/**
 * Where the images come from.
 *
 * @param path folder or zip of an image-folder or figshare source, as written; null for a phantom or when only {@code --data} gives it
 * @param annotations CSV of patients and source slices, or null
 * @param masks zip of tumour masks, or null
 * @param onUnreadable what an unreadable image does to the run
 * @param publishImages whether pictures of the dataset may go into the record and on pages
 * @param testFraction share of each class held out for testing where the source has no split of its own
 * @param phantom settings of the phantom source, null for another source
 */
public record DatasetSpec(
        Source source,
        String path,
        String annotations,
        String masks,
        OnUnreadable onUnreadable,
        boolean publishImages,
        double testFraction,
        Phantom phantom) {

    /** Kind of source; its name in the file is lower-case with hyphens. */
    public enum Source {
        IMAGE_FOLDER,
        FIGSHARE,
        PHANTOM
    }

    /** What to do about an image that cannot be read. */
    public enum OnUnreadable {
        FAIL,
        SKIP
    }

    /**
     * Procedural head MRI.
     *
     * @param size width and height in pixels
     * @param training images per class for training (validation is cut from them)
     * @param testing images per class for testing
     */
    public record Phantom(int size, int training, int testing) {}
}
