package io.github.tumorbench.record;

import java.nio.file.Path;

/** The audit as a file of its own, byte for byte what a record holds. */
public final class AuditFile {
    private AuditFile() {}

    /** @throws io.github.tumorbench.study.InputException if the file cannot be written */
    public static void write(Audit audit, Path file) {
        Io.write(file, RecordJson.bytes(audit));
    }
}
