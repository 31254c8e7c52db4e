package org.qipan.hotline;

import org.qipan.page.PublicPage;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How to call us: for programs, and for whoever writes them. Public: it tells nothing but the form of a call. */
@Controller
@PublicPage
class OpenApiController {

    static final String YAML = "/api/v1/openapi.yaml";

    private static final MediaType TYPE = MediaType.parseMediaType("application/yaml;charset=UTF-8");

    private final ApiText api;

    OpenApiController(ApiText api) {
        this.api = api;
    }

    @GetMapping("/api")
    String page(Model model) {
        model.addAttribute("fields", api.fields("HandOver"));
        model.addAttribute("contact", api.fields("Contact"));
        model.addAttribute("answer", api.fields("Standing"));
        model.addAttribute("step", api.fields("Step"));
        return "hotline/api";
    }

    @GetMapping(YAML)
    ResponseEntity<String> yaml() {
        return ResponseEntity.ok().contentType(TYPE).body(api.text());
    }
}
