package io.github.tumorbench.lab.dataset;

import io.github.tumorbench.lab.dataset.figshare.MatFile;
import io.github.tumorbench.lab.dataset.figshare.MatSlice;
import io.github.tumorbench.study.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Figshare's slices where they lie: {@code NUMBER.mat} files in a folder, in the zip parts as downloaded, or in one zip with
 * those parts. Safe for use by several threads.
 */
final class FigshareFiles implements AutoCloseable {
    private static final String EXPECTED = "a folder or a zip archive of Figshare's .mat files";

    private record Place(FileTree tree, String file) {}

    private final Path path;
    private final Map<Integer, Place> slices = new TreeMap<>();
    private final List<FileTree> trees = new ArrayList<>();
    private final List<Path> unpacked = new ArrayList<>();

    /** @throws InputException where there are no such files, or a number is there twice */
    FigshareFiles(Path path) {
        this.path = path;
        try {
            add(FileTree.open(path, EXPECTED), 0);
            if (slices.isEmpty()) {
                throw new InputException("%s: expected %s, found none".formatted(path, EXPECTED));
            }
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void add(FileTree tree, int depth) {
        trees.add(tree);
        for (String file : tree.files()) {
            String name = file.substring(file.lastIndexOf('/') + 1);
            if (name.matches("[0-9]{1,6}\\.mat")) {
                int number = Integer.parseInt(name.substring(0, name.length() - ".mat".length()));
                if (slices.put(number, new Place(tree, file)) != null) {
                    throw new InputException("%s: expected slice %s once, found it again at %s"
                            .formatted(path, number, tree.place(file)));
                }
            } else if (name.endsWith(".zip") && depth < 2) {
                add(new ZipTree(unpack(tree, file)), depth + 1);
            }
        }
    }

    /** A zip within a zip, or within a folder, as a file. */
    private Path unpack(FileTree tree, String file) {
        try {
            Path part = Files.createTempFile("tumorbench-", ".zip");
            unpacked.add(part);
            return Files.write(part, tree.read(file));
        } catch (UnreadableImageException e) {
            throw new InputException("%s: expected a zip archive, found %s".formatted(tree.place(file), e.found()), e);
        } catch (IOException e) {
            throw new InputException(
                    "%s: expected a folder for temporary files with enough space, found %s"
                            .formatted(System.getProperty("java.io.tmpdir"), IoWords.of(e)),
                    e);
        }
    }

    /** The slices' numbers, ascending. */
    List<Integer> numbers() {
        return List.copyOf(slices.keySet());
    }

    /** How to call a slice in messages. */
    String place(int number) {
        Place place = slices.get(number);
        return place.tree().place(place.file());
    }

    /** @throws InputException where the file is not what it should be */
    MatSlice read(int number) {
        Place place = slices.get(number);
        try {
            return MatFile.read(place(number), place.tree().read(place.file()));
        } catch (UnreadableImageException e) {
            throw new InputException("%s: expected a slice, found %s".formatted(place(number), e.found()), e);
        }
    }

    /**
     * Pseudonyms of patients: the ids without a suffix letter, which tells examinations of one patient apart, sorted and
     * numbered.
     */
    static Map<String, String> pseudonyms(List<String> ids) {
        Map<String, String> pseudonyms = new TreeMap<>();
        List<String> bare = new ArrayList<>();
        ids.stream().map(FigshareFiles::bare).distinct().forEach(bare::add);
        Collections.sort(bare);
        ids.forEach(id -> pseudonyms.put(id, "P%03d".formatted(1 + bare.indexOf(bare(id)))));
        return pseudonyms;
    }

    private static String bare(String id) {
        return id.replaceFirst("(?<=[0-9])[A-Za-z]$", "");
    }

    @Override
    public void close() {
        trees.forEach(FileTree::close);
        unpacked.stream().sorted(Comparator.reverseOrder()).forEach(part -> part.toFile()
                .delete());
    }
}
