package io.github.tumorbench.press.pages;

/** A page's view model; everything in it is already text. */
public interface Page {
    /** Name of its file within the site. */
    String file();

    /** Name of its template. */
    String template();

    /** What lies around its content. */
    Frame frame();
}
