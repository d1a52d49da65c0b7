package io.github.tumorbench.lab.dataset;

import io.github.tumorbench.study.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * What linking leaves: annotations as CSV, and a zip of masks as PNG at each image's path, white inside the tumour. Both are
 * written beside their place and moved there at the end, so that a failure leaves what was there before.
 */
public final class LinkFiles implements AutoCloseable {
    private static final String[] COLUMNS = {
        "file", "source", "source_id", "mirrored", "patient", "source_label", "correlation"
    };

    private final Path annotations;
    private final Path masks;
    private final List<Path> parts = new ArrayList<>();
    private final Path annotationsPart;
    private final Path masksPart;
    private final ZipOutputStream zip;

    /**
     * @param masks where masks go, or null
     * @throws InputException where a file cannot be written
     */
    public LinkFiles(Path annotations, Path masks) {
        this.annotations = annotations;
        this.masks = masks;
        this.annotationsPart = part(annotations);
        this.masksPart = masks == null ? null : part(masks);
        try {
            this.zip = masks == null ? null : new ZipOutputStream(Files.newOutputStream(masksPart));
        } catch (IOException e) {
            throw unwritable(masks, e);
        }
    }

    private Path part(Path target) {
        try {
            Path folder = target.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            Path part = Files.createTempFile(folder, target.getFileName() + ".", ".part");
            parts.add(part);
            return part;
        } catch (IOException e) {
            throw unwritable(target, e);
        }
    }

    /** Takes the masks, or null where none are wanted. */
    public FigshareLink.MaskTaker masks() {
        return zip == null ? null : this::add;
    }

    private void add(String file, TumourMask mask) {
        byte[] pixels = new byte[mask.inside().length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (mask.inside()[i] ? 255 : 0);
        }
        try {
            zip.putNextEntry(new ZipEntry(file.substring(0, file.lastIndexOf('.')) + ".png"));
            zip.write(GreyPng.encode(mask.width(), mask.height(), pixels));
            zip.closeEntry();
        } catch (IOException e) {
            throw unwritable(masks, e);
        }
    }

    /** Writes the annotations and puts both files in their place. */
    public void finish(List<FigshareLink.Link> links) {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader(COLUMNS)
                .setRecordSeparator("\n")
                .build();
        try (CSVPrinter rows =
                new CSVPrinter(Files.newBufferedWriter(annotationsPart, StandardCharsets.UTF_8), format)) {
            for (FigshareLink.Link link : links) {
                rows.printRecord(
                        link.file(),
                        FigshareSource.NAME,
                        link.slice(),
                        link.mirrored() ? 1 : 0,
                        link.patient(),
                        link.label(),
                        String.format(Locale.ROOT, "%.4f", link.correlation()));
            }
        } catch (IOException e) {
            throw unwritable(annotations, e);
        }
        try {
            if (zip != null) {
                zip.close();
                Files.move(masksPart, masks.toAbsolutePath(), StandardCopyOption.ATOMIC_MOVE);
            }
            Files.move(annotationsPart, annotations.toAbsolutePath(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw unwritable(annotations, e);
        }
    }

    private static InputException unwritable(Path file, IOException problem) {
        return new InputException(
                "%s: expected to write there, found %s".formatted(file, IoWords.of(problem)), problem);
    }

    /** Removes what is not in its place. */
    @Override
    public void close() {
        try {
            if (zip != null) {
                zip.close();
            }
            for (Path part : parts) {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            // A leftover part is named as such and harms nothing.
        }
    }
}
