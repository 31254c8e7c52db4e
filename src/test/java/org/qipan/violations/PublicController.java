package org.qipan.violations;

import org.springframework.stereotype.Controller;

/** Public for no reason. */
@Controller
public class PublicController {}
