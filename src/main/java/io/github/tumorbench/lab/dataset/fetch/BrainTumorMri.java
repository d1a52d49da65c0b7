package io.github.tumorbench.lab.dataset.fetch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.tumorbench.lab.Progress;
import io.github.tumorbench.lab.download.Downloader;
import io.github.tumorbench.study.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * The Kaggle "Brain Tumor MRI Dataset" and the Figshare slices that most of its tumours come from.
 *
 * @param kaggle address of the archive
 * @param figshare address of the article's description
 */
public record BrainTumorMri(URI kaggle, URI figshare, Downloader downloader) {
    /** Name by which it is asked for. */
    public static final String NAME = "brain-tumor-mri";

    private static final String PAGE = "https://www.kaggle.com/datasets/masoudnickparvar/brain-tumor-mri-dataset";

    /** As published. */
    public static final BrainTumorMri PUBLISHED = new BrainTumorMri(
            URI.create("https://www.kaggle.com/api/v1/datasets/download/masoudnickparvar/brain-tumor-mri-dataset"),
            URI.create("https://api.figshare.com/v2/articles/1512427"),
            Downloader.USUAL);

    /**
     * Gets Kaggle's archive.
     *
     * @param environment {@code KAGGLE_USERNAME} and {@code KAGGLE_KEY}, where the user has an account
     * @return the archive, whole
     * @throws InputException where it cannot be had, with what the user can do
     */
    public Path archive(Path folder, Map<String, String> environment, Progress progress) {
        RemoteFile file = new RemoteFile(NAME + ".zip", kaggle, 0, null);
        return new Fetcher(downloader, authorization(environment), status -> refusal(status, folder))
                .fetch(file, folder, progress);
    }

    /**
     * Gets the archive from where somebody else keeps it: {@link #kaggle} is that address, and no account is told there.
     *
     * @return the archive, whole
     * @throws InputException where it cannot be had, with what the user can do
     */
    public Path mirrored(Path folder, Progress progress) {
        return new Fetcher(downloader, null, status -> refusal(0, folder))
                .fetch(new RemoteFile(NAME + ".zip", kaggle, 0, null), folder, progress);
    }

    /**
     * Gets Figshare's files, each with the size and the digest that its description states.
     *
     * @return the files
     */
    public List<Path> slices(Path folder, Progress progress) {
        Fetcher fetcher = new Fetcher(
                downloader,
                null,
                status -> "; get the files of Figshare article 1512427 by hand and put them into " + folder);
        Path description = fetcher.fetch(new RemoteFile("article.json", figshare, 0, null), folder, progress);
        List<Path> files = new ArrayList<>();
        for (RemoteFile file : described(description)) {
            if (file.name().endsWith(".zip")) {
                files.add(fetcher.fetch(file, folder, progress));
            }
        }
        return files;
    }

    private List<RemoteFile> described(Path description) {
        try (InputStream in = Files.newInputStream(description)) {
            List<RemoteFile> files = new ArrayList<>();
            for (JsonNode file : new ObjectMapper().readTree(in).path("files")) {
                String name = file.path("name").asText();
                if (name.isEmpty() || name.contains("/") || name.contains("\\") || name.startsWith(".")) {
                    throw new InputException("%s: expected plain file names, found \"%s\"".formatted(figshare, name));
                }
                files.add(new RemoteFile(
                        name,
                        figshare.resolve(file.path("download_url").asText()),
                        file.path("size").asLong(),
                        file.path("computed_md5").asText(null)));
            }
            if (files.isEmpty()) {
                throw new InputException("%s: expected a list of files, found none".formatted(figshare));
            }
            return files;
        } catch (IOException | IllegalArgumentException e) {
            throw new InputException("%s: expected a description in JSON, found other text".formatted(figshare), e);
        } finally {
            description.toFile().delete();
        }
    }

    private static String authorization(Map<String, String> environment) {
        String user = environment.getOrDefault("KAGGLE_USERNAME", "");
        String key = environment.getOrDefault("KAGGLE_KEY", "");
        String both = user + ":" + key;
        return user.isEmpty() || key.isEmpty()
                ? null
                : "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }

    private static String refusal(int status, Path folder) {
        boolean account = status == 401 || status == 403;
        return (account
                        ? "; Kaggle wants an account: make an API token on its settings page and set KAGGLE_USERNAME and KAGGLE_KEY, or"
                        : ";")
                + " download the archive by hand from " + PAGE + " and put it into " + folder + " as " + NAME + ".zip";
    }
}
