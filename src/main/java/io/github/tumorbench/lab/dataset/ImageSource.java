package io.github.tumorbench.lab.dataset;

import java.util.List;
import java.util.Optional;

/** Where images come from: a folder, a zip archive, Figshare's files or the phantom generator. Safe for use by several threads. */
public interface ImageSource extends AutoCloseable {
    /** What the data is called, e.g. the archive's file name or {@code phantom}. */
    String name();

    /** Class names, sorted. */
    List<String> classes();

    /** Every image, sorted by file. */
    List<ImageEntry> entries();

    /** How to call an image in messages. */
    String place(ImageEntry entry);

    /**
     * The image file's bytes.
     *
     * @throws UnreadableImageException where they cannot be had: a damaged archive entry, a file without permission
     */
    byte[] bytes(ImageEntry entry) throws UnreadableImageException;

    /** Names the bytes of every image, where that costs less than reading each; else empty. */
    default Optional<String> fingerprint() {
        return Optional.empty();
    }

    /**
     * Where the tumour lies in an image; empty where the source knows no mask of it.
     *
     * @throws io.github.tumorbench.study.InputException where the mask is there but cannot be read
     */
    Optional<TumourMask> mask(ImageEntry entry);

    /** Names the bytes of every mask, where that costs less than reading each; else empty. */
    default Optional<String> maskFingerprint() {
        return Optional.empty();
    }

    /** What the source itself knows of where an image comes from; a study's annotations go before it. */
    default Annotation annotation(ImageEntry entry) {
        return Annotation.NONE;
    }

    @Override
    void close();
}
