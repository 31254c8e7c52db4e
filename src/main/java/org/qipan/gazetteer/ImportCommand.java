package org.qipan.gazetteer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.qipan.audit.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.stereotype.Component;

/**
 * {@code --qipan.import.villages=FILE} reads a file and says what it would change; with {@code --qipan.import.confirm=true} it keeps the
 * good rows. Then the program ends: 0 if every row was good.
 */
@Component
class ImportCommand implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(ImportCommand.class);
    private static final String FILE = "qipan.import.villages";
    private static final String CONFIRM = "qipan.import.confirm";
    private static final int SHOWN = 200;

    private final UnitImports imports;
    private final ConfigurableApplicationContext context;

    ImportCommand(UnitImports imports, ConfigurableApplicationContext context) {
        this.imports = imports;
        this.context = context;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        List<String> files = arguments.getOptionValues(FILE);
        if (files == null || files.isEmpty()) {
            return;
        }
        boolean keep = List.of("true").equals(arguments.getOptionValues(CONFIRM));
        int code = take(Path.of(files.get(0)), keep);
        System.exit(SpringApplication.exit(context, () -> code));
    }

    int take(Path file, boolean keep) throws IOException {
        UUID id = imports.begin(file.getFileName().toString(), Files.size(file), Actor.system());
        imports.read(id, file);
        UnitImport read = imports.find(id).orElseThrow();
        if (!read.ready()) {
            LOG.error("{} was not read: {}", file, read.reason());
            return 1;
        }
        LOG.info(
                "{}: {} new, {} changed, {} unchanged, {} bad",
                file,
                read.added(),
                read.changed(),
                read.unchanged(),
                read.bad());
        imports.faults(id, SHOWN)
                .forEach(fault ->
                        LOG.warn("line {}, {}: {} [{}]", fault.line(), fault.field(), fault.reason(), fault.value()));
        if (!keep) {
            LOG.info("Nothing was kept; add --{}=true to keep the good rows", CONFIRM);
            imports.discard(id);
            return read.bad() == 0 ? 0 : 1;
        }
        imports.confirm(id);
        imports.apply(id, Actor.system());
        boolean kept =
                imports.find(id).filter(done -> "applied".equals(done.state())).isPresent();
        return kept && read.bad() == 0 ? 0 : 1;
    }
}
