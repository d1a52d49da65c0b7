package io.github.tumorbench.press.pages;

import java.util.List;

/**
 * What every page has around its content.
 *
 * @param title of the page
 * @param study title of the study
 * @param phantom whether the images are generated
 * @param version of the program
 * @param commit short hash, marked where the tree was changed
 * @param navigation the site's pages, the present one marked
 */
public record Frame(String title, String study, boolean phantom, String version, String commit, List<Link> navigation) {
    public Frame {
        navigation = List.copyOf(navigation);
    }

    /** One page of the navigation. */
    public record Link(String label, String href, boolean current) {}
}
