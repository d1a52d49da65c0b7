package io.github.tumorbench.lab.dataset;

import io.github.tumorbench.lab.Progress;
import io.github.tumorbench.lab.dataset.figshare.MatSlice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Figshare's slices as images {@code CLASS/NUMBER.png}, with their masks and patients. There is no split of their own. */
final class FigshareSource implements ImageSource {
    static final String NAME = "figshare-1512427";

    private final FigshareFiles files;
    private final Map<String, Integer> numbers = new TreeMap<>();
    private final Map<String, Annotation> annotations = new TreeMap<>();
    private final List<ImageEntry> entries = new ArrayList<>();

    /** Reads every file once, for its label and patient. */
    FigshareSource(Path path) {
        this.files = new FigshareFiles(path);
        try {
            List<Integer> all = files.numbers();
            String[][] known = new String[all.size()][];
            Workers.forEach(all.size(), Progress.NONE.start("Reading slices", all.size()), i -> {
                MatSlice slice = files.read(all.get(i));
                known[i] = new String[] {slice.patient(), slice.label()};
            });
            Map<String, String> pseudonyms = FigshareFiles.pseudonyms(
                    java.util.Arrays.stream(known).map(slice -> slice[0]).toList());
            for (int i = 0; i < known.length; i++) {
                String label = known[i][1];
                String file = "%s/%04d.png".formatted(label, all.get(i));
                numbers.put(file, all.get(i));
                annotations.put(file, new Annotation(pseudonyms.get(known[i][0]), NAME + " " + all.get(i), label));
                entries.add(new ImageEntry(file, label, null));
            }
            entries.sort(Comparator.comparing(ImageEntry::file));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> classes() {
        return entries.stream().map(ImageEntry::label).distinct().sorted().toList();
    }

    @Override
    public List<ImageEntry> entries() {
        return List.copyOf(entries);
    }

    @Override
    public String place(ImageEntry entry) {
        return files.place(numbers.get(entry.file()));
    }

    @Override
    public byte[] bytes(ImageEntry entry) {
        MatSlice slice = files.read(numbers.get(entry.file()));
        return GreyPng.encode(slice.width(), slice.height(), slice.grey());
    }

    @Override
    public Optional<TumourMask> mask(ImageEntry entry) {
        MatSlice slice = files.read(numbers.get(entry.file()));
        return Optional.of(new TumourMask(slice.width(), slice.height(), slice.tumour()));
    }

    @Override
    public Annotation annotation(ImageEntry entry) {
        return annotations.get(entry.file());
    }

    @Override
    public void close() {
        files.close();
    }
}
