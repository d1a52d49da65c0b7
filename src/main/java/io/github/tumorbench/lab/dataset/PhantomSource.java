package io.github.tumorbench.lab.dataset;

import io.github.tumorbench.lab.dataset.phantom.PhantomClass;
import io.github.tumorbench.lab.dataset.phantom.PhantomScanner;
import io.github.tumorbench.lab.dataset.phantom.PhantomSlice;
import io.github.tumorbench.study.DatasetSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Phantom slices under the names that Kaggle would give them, e.g. {@code Training/glioma/Tr-gl_0000.png}.
 *
 * <p>Each is drawn when it is first asked for and then kept in a temporary file until the source is closed. Training slice
 * {@code i} of a class has the scanner's index {@code i}, test slice {@code i} the index 2³² + {@code i}, so no head is in
 * both and more images of one kind leave the others as they are.
 */
final class PhantomSource implements ImageSource {
    static final String NAME = "phantom";
    private static final long FIRST_TESTING = 1L << 32;

    private final PhantomScanner scanner;
    private final Map<String, Slice> slices = new TreeMap<>();
    private final List<ImageEntry> entries = new ArrayList<>();
    private final int size;
    private final int pngLength;
    private final Spool spool;

    /** Which slice an entry is, and the number of its place in the spool. */
    private record Slice(PhantomClass label, long index, int place) {}

    PhantomSource(long seed, DatasetSpec.Phantom spec) {
        this.size = spec.size();
        this.pngLength = GreyPng.encode(size, size, new byte[size * size]).length;
        this.scanner = new PhantomScanner(seed, size);
        for (PhantomClass label : PhantomClass.values()) {
            add(label, "Training/%s/Tr-%s_%04d.png", spec.training(), 0);
            add(label, "Testing/%s/Te-%s_%04d.png", spec.testing(), FIRST_TESTING);
        }
        slices.forEach((file, slice) -> entries.add(new ImageEntry(
                file, slice.label().id(), slice.index() < FIRST_TESTING ? Split.TRAINING : Split.TESTING)));
        this.spool = new Spool(slices.size(), pngLength + size * size);
    }

    private void add(PhantomClass label, String pattern, int count, long first) {
        String id = label.id();
        for (int i = 0; i < count; i++) {
            String file = String.format(Locale.ROOT, pattern, id, id.substring(0, 2), i);
            slices.put(file, new Slice(label, first + i, slices.size()));
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> classes() {
        return Arrays.stream(PhantomClass.values())
                .map(PhantomClass::id)
                .sorted()
                .toList();
    }

    @Override
    public List<ImageEntry> entries() {
        return Collections.unmodifiableList(entries);
    }

    @Override
    public String place(ImageEntry entry) {
        return NAME + ": " + entry.file();
    }

    @Override
    public byte[] bytes(ImageEntry entry) {
        return Arrays.copyOf(drawn(entry), pngLength);
    }

    /** The exact mask; empty for a head without a tumour. */
    @Override
    public Optional<TumourMask> mask(ImageEntry entry) {
        if (slices.get(entry.file()).label() == PhantomClass.NOTUMOR) {
            return Optional.empty();
        }
        byte[] drawn = drawn(entry);
        boolean[] inside = new boolean[size * size];
        for (int i = 0; i < inside.length; i++) {
            inside[i] = drawn[pngLength + i] == 1;
        }
        return Optional.of(new TumourMask(size, size, inside));
    }

    /** The slice's PNG, then one byte for each pixel of its mask. */
    private byte[] drawn(ImageEntry entry) {
        Slice slice = slices.get(entry.file());
        return spool.get(slice.place(), () -> {
            PhantomSlice scan = scanner.scan(slice.label(), slice.index());
            byte[] drawn = Arrays.copyOf(GreyPng.encode(size, size, scan.pixels()), pngLength + size * size);
            for (int i = 0; i < size * size; i++) {
                drawn[pngLength + i] = (byte) (scan.tumour()[i] ? 1 : 0);
            }
            return drawn;
        });
    }

    @Override
    public void close() {
        spool.close();
    }
}
