package org.qipan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.List;

/**
 * What is to be done once this JVM is gone, in whatever way: a shell waits until the JVM's end of a pipe is closed. Shutdown hooks would not
 * do: a build tool that loses patience kills the JVM, and then servers that tests started would run on.
 */
final class Afterwards {

    /** Whoever lets go of a process closes its pipe. */
    private static final List<Process> WAITING = new ArrayList<>();

    private Afterwards() {}

    /** @param script for {@code sh}, with {@code arguments} as {@code $1} … @return the shell that waits */
    static synchronized Process run(String script, String... arguments) {
        // Ctrl-C reaches the whole group of the terminal, so the shell would not live to see the JVM end.
        List<String> command = new ArrayList<>(
                List.of("/bin/sh", "-c", "trap '' INT TERM HUP; cat > /dev/null; " + script, "afterwards"));
        command.addAll(List.of(arguments));
        try {
            Process shell = new ProcessBuilder(command)
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
            WAITING.add(shell);
            return shell;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
