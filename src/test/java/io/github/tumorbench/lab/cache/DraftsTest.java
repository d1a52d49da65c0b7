package io.github.tumorbench.lab.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftsTest {
    @TempDir
    private Path root;

    @Test
    void theLastWholeStateIsFoundAgain() throws IOException {
        Drafts drafts = new StageCache(root).drafts("a training");
        assertThat(drafts.latest()).isEmpty();
        for (String state : new String[] {"one", "two", "three"}) {
            drafts.keep(folder -> Files.writeString(folder.resolve("state"), state));
            Path latest = new StageCache(root).drafts("a training").latest().orElseThrow();
            assertThat(latest.resolve("state")).hasContent(state);
        }
        assertThat(new StageCache(root).drafts("another training").latest()).isEmpty();
        try (Stream<Path> left = Files.list(drafts.latest().orElseThrow().getParent())) {
            assertThat(left).hasSize(1);
        }
    }

    @Test
    void aStateThatFailsToBeWrittenLeavesTheOneBefore() {
        Drafts drafts = new StageCache(root).drafts("a training");
        drafts.keep(folder -> Files.writeString(folder.resolve("state"), "good"));
        assertThatThrownBy(() -> drafts.keep(folder -> {
                    Files.writeString(folder.resolve("state"), "half");
                    throw new IOException("disk full");
                }))
                .hasMessageContaining("found: disk full");
        assertThat(drafts.latest().orElseThrow().resolve("state")).hasContent("good");
    }

    @Test
    void discardedStatesAreGone() {
        Drafts drafts = new StageCache(root).drafts("a training");
        drafts.keep(folder -> Files.writeString(folder.resolve("state"), "good"));
        drafts.discard();
        assertThat(drafts.latest()).isEmpty();
    }
}
