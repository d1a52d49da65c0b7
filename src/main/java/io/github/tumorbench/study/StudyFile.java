package io.github.tumorbench.study;

import java.nio.file.Path;

/**
 * A study and where it was read from.
 *
 * @param name how to call the file in messages
 * @param folder the folder relative paths start at
 * @param sha256 digest of the file's bytes
 */
public record StudyFile(String name, Path folder, String sha256, Study study) {}
