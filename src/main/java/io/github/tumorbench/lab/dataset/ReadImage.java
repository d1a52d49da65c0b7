package io.github.tumorbench.lab.dataset;

/**
 * What one pass over an image found out.
 *
 * @param sha256 of the file's bytes; empty where the bytes cannot be had
 * @param pixels digest of what the image shows, or of the bytes where it cannot be decoded: equal for exact copies
 * @param width in pixels, 0 where unreadable
 * @param height in pixels, 0 where unreadable
 * @param channels 1 grey, 3 RGB, 0 where unreadable
 * @param unreadable what was found instead of an image, or null
 */
record ReadImage(
        ImageEntry entry, String sha256, String pixels, int width, int height, int channels, String unreadable) {

    boolean readable() {
        return unreadable == null;
    }

    static ReadImage of(ImageEntry entry, String sha256, PixelImage image) {
        return new ReadImage(entry, sha256, image.digest(), image.width(), image.height(), image.channels(), null);
    }

    /** An image whose bytes cannot be had. */
    static ReadImage unread(ImageEntry entry, String found) {
        return new ReadImage(entry, "", "unread " + entry.file(), 0, 0, 0, found);
    }

    /** An image whose bytes are no image. */
    static ReadImage undecoded(ImageEntry entry, String sha256, String found) {
        return new ReadImage(entry, sha256, "bytes " + sha256, 0, 0, 0, found);
    }
}
