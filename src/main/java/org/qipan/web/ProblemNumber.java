package org.qipan.web;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.web.servlet.error.DefaultErrorAttributes;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.WebRequest;

/** Error pages say nothing of the inside; a number leads from the page to the log. */
@Component
class ProblemNumber extends DefaultErrorAttributes {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemNumber.class);
    private final SecureRandom random = new SecureRandom();

    @Override
    public Map<String, Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
        Map<String, Object> attributes =
                super.getErrorAttributes(request, ErrorAttributeOptions.of(ErrorAttributeOptions.Include.STATUS));
        if (attributes.get("status") instanceof Integer status && status >= 500) {
            byte[] number = new byte[4];
            random.nextBytes(number);
            String problem = HexFormat.of().formatHex(number);
            LOG.error("problem {}", problem, getError(request));
            attributes.put("problem", problem);
        }
        return attributes;
    }
}
