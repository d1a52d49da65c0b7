package io.github.tumorbench.lab;

/** How the lab tells how far it is. The command line draws bars; tests and quiet runs listen with {@link #NONE}. */
public interface Progress {
    /** Says nothing. */
    Progress NONE = new Progress() {
        @Override
        public void say(String line) {}

        @Override
        public Task start(String title, long steps) {
            return new Task() {
                @Override
                public void step(long done) {}

                @Override
                public void note(String text) {}

                @Override
                public void close() {}
            };
        }
    };

    /** A line worth reading, e.g. which stage was taken from the cache. */
    void say(String line);

    /** Begins a piece of work of so many steps. Close it when it ends, well or not. */
    Task start(String title, long steps);

    /** A piece of work under way. */
    interface Task extends AutoCloseable {
        /** So many steps more are done. */
        void step(long done);

        /** A short remark beside the bar, e.g. the latest loss. */
        void note(String text);

        @Override
        void close();
    }
}
