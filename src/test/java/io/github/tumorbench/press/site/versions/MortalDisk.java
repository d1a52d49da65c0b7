package io.github.tumorbench.press.site.versions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A disk whose program is killed at its n-th step: that step is done, half done or not done, and no step after it. */
final class MortalDisk implements Disk {
    /** Thrown where the program would be no more; nothing may catch it and go on to the disk. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    private final Disk disk = Disk.real();
    private final int last;
    private final boolean done;
    private int steps;

    /**
     * @param last the step it dies at, from 1
     * @param done whether that step is still done; a file is then half written
     */
    MortalDisk(int last, boolean done) {
        this.last = last;
        this.done = done;
    }

    /** One that lives. */
    static MortalDisk immortal() {
        return new MortalDisk(Integer.MAX_VALUE, true);
    }

    int steps() {
        return steps;
    }

    private interface Step {
        void run() throws IOException;
    }

    private void step(Step whole, Step last) throws IOException {
        steps++;
        if (steps > this.last) {
            throw new Killed();
        }
        if (steps < this.last) {
            whole.run();
            return;
        }
        if (done) {
            last.run();
        }
        throw new Killed();
    }

    @Override
    public void makeFolders(Path folder) throws IOException {
        step(() -> disk.makeFolders(folder), () -> disk.makeFolders(folder));
    }

    @Override
    public void write(Path file, byte[] bytes) throws IOException {
        step(() -> disk.write(file, bytes), () -> Files.write(file, Arrays.copyOf(bytes, bytes.length / 2)));
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        step(() -> disk.move(from, to), () -> disk.move(from, to));
    }

    @Override
    public void delete(Path path) throws IOException {
        step(() -> disk.delete(path), () -> disk.delete(path));
    }
}
