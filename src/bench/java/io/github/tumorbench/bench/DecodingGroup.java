package io.github.tumorbench.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Images per second from the archive to bytes of the network's size. */
final class DecodingGroup {
    private static final String GROUP = "decoding";

    private final Settings settings;
    private final Interleaving rounds;
    private final Findings findings;

    DecodingGroup(Settings settings, Interleaving rounds, Findings findings) {
        this.settings = settings;
        this.rounds = rounds;
        this.findings = findings;
    }

    void measure() throws IOException, InterruptedException {
        Path archive = Archive.of(settings, GROUP, findings);
        Path folder = settings.output().resolve("unpacked");
        Path store = Files.createDirectories(settings.output().resolve("store"));
        findings.remark(
                GROUP,
                "Ours reads the zip archive, decodes, resizes to %d×%d and writes the store that training reads, on 2 threads; PyTorch reads unpacked files by ImageFolder, Resize and PILToTensor, with 2 loader processes, once an epoch."
                        .formatted(Settings.INPUT, Settings.INPUT));
        try {
            List<Contender> contenders = new ArrayList<>();
            contenders.add(Contender.ours(settings, GROUP, archive, store));
            if (Surroundings.hasPyTorch(settings)) {
                Archive.unpack(archive, folder);
                contenders.add(Contender.pyTorch(settings, "PyTorch DataLoader", "decoding.py", folder));
            }
            Interleaving.Measured measured = rounds.run(GROUP, GROUP, contenders);
            for (Contender contender : contenders) {
                List<Double> values = measured.of(contender.name(), "images_per_second");
                if (!values.isEmpty()) {
                    findings.add(new Series(
                            GROUP,
                            "all images to %d×%d".formatted(Settings.INPUT, Settings.INPUT),
                            "",
                            contender.name(),
                            Unit.IMAGES_PER_SECOND,
                            values));
                }
            }
        } finally {
            Folders.remove(folder);
            Folders.remove(store);
        }
    }
}
