package io.github.tumorbench.lab.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * What this program was built from.
 *
 * @param commit full hash, or {@code unknown} outside a repository
 * @param libraries name to version
 */
public record BuildInfo(String version, String commit, boolean dirty, Map<String, String> libraries) {
    private static final String LIBRARY = "library.";

    /** As the build wrote it into the class path. */
    public static BuildInfo load() {
        Properties build = read("/tumorbench-build.properties");
        Properties git = read("/tumorbench-git.properties");
        Map<String, String> libraries = new TreeMap<>();
        for (String key : build.stringPropertyNames()) {
            if (key.startsWith(LIBRARY)) {
                libraries.put(key.substring(LIBRARY.length()), build.getProperty(key));
            }
        }
        return new BuildInfo(
                build.getProperty("version", "unknown"),
                git.getProperty("git.commit.id.full", "unknown"),
                Boolean.parseBoolean(git.getProperty("git.dirty", "false")),
                libraries);
    }

    private static Properties read(String resource) {
        Properties properties = new Properties();
        try (InputStream in = BuildInfo.class.getResourceAsStream(resource)) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
