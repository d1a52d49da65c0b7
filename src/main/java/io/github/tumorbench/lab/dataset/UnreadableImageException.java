package io.github.tumorbench.lab.dataset;

/** An image that cannot be read, with the reason in words. The study's {@code onUnreadable} decides what follows. */
public final class UnreadableImageException extends Exception {
    /** @param found what was found instead of an image, fit to follow the word "found", e.g. {@code an empty file} */
    public UnreadableImageException(String found) {
        super(found);
    }

    public UnreadableImageException(String found, Throwable cause) {
        super(found, cause);
    }

    /** What was found instead of a readable image, fit to follow the word "found". */
    public String found() {
        return getMessage();
    }
}
