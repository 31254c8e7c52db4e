package org.qipan.file;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.qipan.directory.Staff;
import org.qipan.form.Uploads;
import org.springframework.stereotype.Component;

/** Tells the forms which files a person may hand in. */
@Component
class FormUploads implements Uploads {

    private final Files files;

    FormUploads(Files files) {
        this.files = files;
    }

    @Override
    public Map<UUID, String> loose(UUID staff) {
        Map<UUID, String> names = new LinkedHashMap<>();
        files.loose(staff).forEach(file -> names.put(file.id(), file.name()));
        return names;
    }

    @Override
    public Optional<String> name(UUID file, Staff staff) {
        return files.readable(file, staff).map(StoredFile::name);
    }
}
