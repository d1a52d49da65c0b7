package io.github.tumorbench.lab.dataset;

import io.github.tumorbench.study.InputException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Finds classes and images in a tree: {@code Training/<class>/*} with {@code Testing/<class>/*}, or {@code <class>/*};
 * either directly or inside one wrapping folder. Reports every problem of the layout at once.
 */
final class FolderLayout {
    private static final String TRAINING = "Training";
    private static final String TESTING = "Testing";

    private final FileTree tree;
    private final NavigableSet<String> folders = new TreeSet<>();
    private final NavigableSet<String> files;
    private final List<ImageEntry> entries = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final String root;
    private final List<String> classes;

    /** @throws InputException where the tree does not have this layout */
    FolderLayout(FileTree tree) {
        this.tree = tree;
        this.files = new TreeSet<>(tree.files());
        folders.addAll(tree.folders());
        files.forEach(this::addParents);
        tree.folders().forEach(this::addParents);
        this.root = findRoot();
        boolean split = hasSplit(root);
        this.classes = split ? splitClasses() : foldersIn(root);
        if (problems.isEmpty() && classes.size() < 2) {
            problems.add("%s: expected at least two class folders with images, found %s"
                    .formatted(tree.place(trimmed(root)), classes.isEmpty() ? "none" : "only " + classes.get(0)));
        }
        if (problems.isEmpty()) {
            for (String label : classes) {
                if (split) {
                    collect(TRAINING + "/", label, Split.TRAINING);
                    collect(TESTING + "/", label, Split.TESTING);
                } else {
                    collect("", label, null);
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        entries.sort(Comparator.comparing(ImageEntry::file));
    }

    /** Where the dataset's root is in the tree: empty, or a folder with a closing slash. */
    String root() {
        return root;
    }

    /** Class names, sorted. */
    List<String> classes() {
        return classes;
    }

    /** Images, sorted by their file from the root. */
    List<ImageEntry> entries() {
        return Collections.unmodifiableList(entries);
    }

    private void addParents(String path) {
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            folders.add(path.substring(0, slash));
        }
    }

    private String findRoot() {
        List<String> top = foldersIn("");
        if (top.size() == 1 && !hasSplit("") && !foldersIn(top.get(0) + "/").isEmpty()) {
            return top.get(0) + "/";
        }
        return "";
    }

    private boolean hasSplit(String prefix) {
        return folders.contains(prefix + TRAINING) || folders.contains(prefix + TESTING);
    }

    private List<String> splitClasses() {
        for (String split : List.of(TRAINING, TESTING)) {
            if (!folders.contains(root + split)) {
                problems.add("%s: expected the folders Training and Testing, found no %s"
                        .formatted(tree.place(trimmed(root)), split));
            }
        }
        if (!problems.isEmpty()) {
            return List.of();
        }
        List<String> training = foldersIn(root + TRAINING + "/");
        List<String> testing = foldersIn(root + TESTING + "/");
        missing(TESTING, TRAINING, training, testing);
        missing(TRAINING, TESTING, testing, training);
        return training;
    }

    private void missing(String split, String other, List<String> expected, List<String> found) {
        for (String label : expected) {
            if (!found.contains(label)) {
                problems.add("%s: expected a folder for each class of %s, found none for %s"
                        .formatted(tree.place(root + split), other, label));
            }
        }
    }

    private void collect(String splitFolder, String label, Split split) {
        String folder = splitFolder + label;
        String prefix = root + folder + "/";
        int others = 0;
        int images = 0;
        for (String file : files.subSet(prefix, root + folder + (char) ('/' + 1))) {
            if (file.indexOf('/', prefix.length()) >= 0) {
                continue;
            }
            if (FileTree.isImage(file)) {
                entries.add(new ImageEntry(file.substring(root.length()), label, split));
                images++;
            } else {
                others++;
            }
        }
        for (String inner : foldersIn(prefix)) {
            problems.add("%s: expected images directly in the class folder, found the folder %s"
                    .formatted(tree.place(root + folder), inner));
        }
        if (images == 0 && foldersIn(prefix).isEmpty()) {
            problems.add("%s: expected JPEG or PNG images, found %s"
                    .formatted(tree.place(root + folder), others == 0 ? "an empty folder" : "only other files"));
        }
    }

    /** Names of the folders directly inside a prefix (empty, or with a closing slash), sorted. */
    private List<String> foldersIn(String prefix) {
        List<String> names = new ArrayList<>();
        for (String folder : folders.tailSet(prefix, false)) {
            if (!folder.startsWith(prefix)) {
                break;
            }
            if (folder.indexOf('/', prefix.length()) < 0) {
                names.add(folder.substring(prefix.length()));
            }
        }
        return names;
    }

    private static String trimmed(String root) {
        return root.isEmpty() ? "" : root.substring(0, root.length() - 1);
    }
}
