package io.github.tumorbench.press.site;

import io.github.tumorbench.press.pages.Pictures;
import io.github.tumorbench.record.AugmentationPictures;
import io.github.tumorbench.record.CamRow;
import io.github.tumorbench.study.AugmentationPreset;
import io.github.tumorbench.study.InputException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.imageio.ImageIO;

/** Draws pictures of explained images and copies those of presets into the site as they are asked for. */
final class PictureFiles implements Pictures {
    private final Path record;
    private final SiteFolder site;
    private final Map<String, Places> drawn = new ConcurrentHashMap<>();

    PictureFiles(Path record, SiteFolder site) {
        this.record = record;
        this.site = site;
    }

    @Override
    public Places of(String experiment, int index, CamRow row) {
        return drawn.computeIfAbsent("pictures/" + experiment + "/" + (index + 1), name -> draw(name, experiment, row));
    }

    private Places draw(String name, String experiment, CamRow row) {
        Path folder = record.resolve("experiments").resolve(experiment);
        String map = name + "-map.png";
        if (row.picture() == null) {
            site.write(map, png(Layers.map(row)));
            return new Places(map, null, null);
        }
        read(folder, row.picture());
        site.copy(inside(folder, row.picture()), name + ".png");
        site.write(map, png(Layers.over(row)));
        if (row.outline() == null) {
            return new Places(map, name + ".png", null);
        }
        site.write(name + "-outline.png", png(Layers.outline(read(folder, row.outline()))));
        return new Places(map, name + ".png", name + "-outline.png");
    }

    @Override
    public List<String> of(AugmentationPreset preset) {
        return AugmentationPictures.of(record, preset).stream()
                .map(path -> {
                    String name = "pictures/" + path;
                    site.copy(record.resolve(path), name);
                    return name;
                })
                .toList();
    }

    private static BufferedImage read(Path folder, String name) {
        Path file = inside(folder, name);
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(Files.readAllBytes(file)));
            if (image == null) {
                throw new InputException(file + ": expected a PNG, found something else.");
            }
            return image;
        } catch (IOException e) {
            throw new InputException(file + ": expected a picture of the record, found " + e.getMessage() + ".", e);
        }
    }

    /** A record may come from elsewhere: its paths must not lead out of it. */
    private static Path inside(Path folder, String name) {
        Path file = folder.resolve(name).normalize();
        if (!file.startsWith(folder.normalize())) {
            throw new InputException(folder.resolve("gradcam.csv") + ": expected a picture within " + folder
                    + ", found the path " + name + ".");
        }
        return file;
    }

    private static byte[] png(BufferedImage image) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.setUseCache(false);
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new IllegalStateException("memory can always be written", e);
        }
        return out.toByteArray();
    }
}
