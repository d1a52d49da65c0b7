package io.github.tumorbench.press.pages;

import java.util.List;
import java.util.stream.Stream;

/**
 * What every page has around its content.
 *
 * @param title of the page
 * @param study title of the study
 * @param phantom whether the images are generated
 * @param navigation the site's pages, the present one marked
 * @param metadata what it says to programs
 */
public record Frame(
        String title, String study, boolean phantom, Edition edition, List<Link> navigation, Metadata metadata) {
    public Frame {
        navigation = List.copyOf(navigation);
    }

    /** What the navigation calls this page; its file name where the navigation does not list it. */
    String labelOf(String file) {
        return navigation.stream()
                .flatMap(link -> Stream.concat(Stream.of(link), link.links().stream()))
                .filter(link -> file.equals(link.href()))
                .map(Link::label)
                .findFirst()
                .orElse(file);
    }

    /**
     * A page of the navigation, or a group of pages.
     *
     * @param href null for a group, which has no page of its own
     * @param current whether it is the present page
     * @param open whether the pages below it are shown
     * @param links the pages below it
     */
    public record Link(String label, String href, boolean current, boolean open, List<Link> links) {
        public Link {
            links = List.copyOf(links);
        }
    }
}
