package io.github.tumorbench.lab.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Hidden CPU caches")
class HiddenCachesTest {
    @Test
    @DisplayName("three levels of one byte are taken back: no level is known")
    void mendsTheMistake() {
        ByteBuffer cpu = cpu(3, 1, 1, 1);
        ByteBuffer expected = cpu(0, 1, 1, 1);
        assertTrue(HiddenCaches.mend(cpu));
        assertEquals(expected, cpu);
    }

    @Test
    @DisplayName("caches that are known are left as they are")
    void leavesKnownCaches() {
        ByteBuffer cpu = cpu(3, 49152, 1048576, 33554432);
        ByteBuffer before = cpu(3, 49152, 1048576, 33554432);
        assertFalse(HiddenCaches.mend(cpu));
        assertEquals(before, cpu);
    }

    @Test
    @DisplayName("memory that is something else is left as it is")
    void leavesOtherMemory() {
        for (ByteBuffer other : new ByteBuffer[] {cpu(0, 0, 0, 0), cpu(2, 1, 1, 1), cpu(3, 1, 1, 2)}) {
            byte[] before = other.array().clone();
            assertFalse(HiddenCaches.mend(other));
            assertEquals(ByteBuffer.wrap(before).order(ByteOrder.LITTLE_ENDIAN), other);
        }
    }

    @Test
    @DisplayName("the running TensorFlow says so at most once: a second look finds them mended or known")
    void secondLookFindsNothing() {
        TensorFlowRuntime runtime = TestRuntime.get();
        assertFalse(HiddenCaches.mend(runtime.version(), runtime.config()));
    }

    /** The object as Xbyak lays it out: sizes at 1c, cores sharing at 44, levels at 6c (hexadecimal). */
    private static ByteBuffer cpu(int levels, int... sizes) {
        ByteBuffer cpu = ByteBuffer.allocate(0x70).order(ByteOrder.LITTLE_ENDIAN);
        for (int level = 0; level < 3; level++) {
            cpu.putInt(0x1c + 4 * level, sizes[level]);
            cpu.putInt(0x44 + 4 * level, 1);
        }
        return cpu.putInt(0x6c, levels);
    }
}
