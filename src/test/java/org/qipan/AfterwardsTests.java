package org.qipan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AfterwardsTests {

    @Test
    void waitsForTheEndOfThisJvmAndThenDoesItsWork(@TempDir Path folder) throws IOException, InterruptedException {
        Path kept = Files.createFile(folder.resolve("a name with spaces"));
        Process shell = Afterwards.run("rm -rf \"$1\"", kept.toString());
        assertThat(shell.waitFor(300, TimeUnit.MILLISECONDS)).isFalse();
        assertThat(kept).exists();
        // what the operating system does when the JVM ends
        shell.getOutputStream().close();
        assertThat(shell.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(kept).doesNotExist();
    }
}
