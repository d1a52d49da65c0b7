package io.github.tumorbench.lab.dataset;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.github.tumorbench.lab.dataset.lettering.Lettering;
import io.github.tumorbench.lab.dataset.similarity.Thumbnail;
import io.github.tumorbench.study.Digests;

/**
 * What the one pass over an image's bytes leaves for the audit.
 *
 * @param thumbnail for comparing, or null where the image is unreadable, too small to be told from others or compared before
 * @param traits or null where the image is unreadable
 */
record Look(ReadImage image, @JsonIgnore Thumbnail thumbnail, Traits traits) {
    /** Shorter sides, in pixels, hold too little to say that two pictures are nearly the same. */
    private static final int LEAST_SIDE = 32;

    static Look at(ImageSource source, ImageEntry entry) {
        byte[] bytes;
        try {
            bytes = source.bytes(entry);
        } catch (UnreadableImageException e) {
            return new Look(ReadImage.unread(entry, e.found()), null, null);
        }
        String sha256 = Digests.sha256(bytes);
        try {
            PixelImage image = ImageDecoder.decode(bytes);
            byte[] square = thumbnail(image);
            int writing = Lettering.find(
                            image.width(), image.height(), image.grey().data())
                    .size();
            boolean large = Math.min(image.width(), image.height()) >= LEAST_SIDE;
            return new Look(
                    ReadImage.of(entry, sha256, image),
                    large ? new Thumbnail(square) : null,
                    Traits.of(square, Thumbnail.SIZE, new FileMetadata(bytes), writing));
        } catch (UnreadableImageException e) {
            return new Look(ReadImage.undecoded(entry, sha256, e.found()), null, null);
        }
    }

    /** Grey values at the size of a thumbnail. */
    static byte[] thumbnail(PixelImage image) {
        return Resize.toSquare(image, Thumbnail.SIZE).grey().data();
    }
}
