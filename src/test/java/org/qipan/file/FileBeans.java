package org.qipan.file;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;

/** The beans of files, for tests of the modules above. */
@TestConfiguration(proxyBeanMethods = false)
@Import({FileRows.class, Files.class, FormUploads.class, FileController.class})
public class FileBeans {}
