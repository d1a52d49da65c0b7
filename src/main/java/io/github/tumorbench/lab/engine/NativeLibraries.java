package io.github.tumorbench.lab.engine;

import io.github.tumorbench.study.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Loader;

/**
 * Unpacks TensorFlow's native libraries from the class path into the cache, once per TensorFlow version and platform.
 */
final class NativeLibraries {
    private static final String PACKAGE = "org/tensorflow/internal/c_api/";

    private NativeLibraries() {}

    /**
     * The folder with the libraries, unpacked now if they are not there yet. Another process may do the same at the same
     * time: each unpacks beside the place and the first to finish moves its folder in.
     *
     * @throws InputException where the platform has no libraries on the class path or the cache cannot be written
     */
    static Path unpack(Path cache) {
        String platform = Loader.getPlatform();
        try {
            List<JarEntry> libraries = new ArrayList<>();
            JarFile jar = jarWith(platform, libraries);
            long bytes = libraries.stream().mapToLong(JarEntry::getSize).sum();
            Path target = cache.resolve("native").resolve("tensorflow-" + platform + "-" + bytes);
            if (!Files.isDirectory(target)) {
                unpack(jar, libraries, target);
            }
            return target;
        } catch (IOException e) {
            throw new InputException(
                    cache + ": expected a folder where TensorFlow's native libraries can be unpacked, found: "
                            + e.getMessage(),
                    e);
        }
    }

    private static JarFile jarWith(String platform, List<JarEntry> libraries) throws IOException {
        URL url = NativeLibraries.class.getClassLoader().getResource(PACKAGE + platform + "/");
        if (url == null || !(url.openConnection() instanceof JarURLConnection connection)) {
            throw new InputException("TensorFlow: expected native libraries for the platform " + platform
                    + " on the class path, found none; build on this platform, or run on linux-x86_64, linux-arm64, "
                    + "macosx-arm64 or windows-x86_64.");
        }
        JarFile jar = connection.getJarFile();
        jar.stream()
                .filter(e -> e.getName().startsWith(PACKAGE + platform + "/") && isLibrary(e.getName()))
                .forEach(libraries::add);
        return jar;
    }

    private static boolean isLibrary(String name) {
        return name.endsWith(".dll") || name.endsWith(".dylib") || name.matches(".*\\.so(\\.\\d+)*");
    }

    private static void unpack(JarFile jar, List<JarEntry> libraries, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        Path unpacking = Files.createTempDirectory(target.getParent(), "unpacking-");
        try {
            for (JarEntry library : libraries) {
                String name = library.getName().substring(library.getName().lastIndexOf('/') + 1);
                try (InputStream in = jar.getInputStream(library)) {
                    Files.copy(in, unpacking.resolve(name));
                }
            }
            Files.move(unpacking, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | java.nio.file.DirectoryNotEmptyException anotherProcessWasFaster) {
            delete(unpacking);
        } catch (IOException e) {
            delete(unpacking);
            throw e;
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
