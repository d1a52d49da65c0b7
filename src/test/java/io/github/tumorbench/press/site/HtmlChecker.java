package io.github.tumorbench.press.site;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import nu.validator.client.EmbeddedValidator;
import nu.validator.validation.SimpleDocumentValidator;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The Nu HTML checker of the W3C, its schemas read once. */
final class HtmlChecker {
    private final SimpleDocumentValidator validator = new SimpleDocumentValidator(true, false, false);
    private final List<String> errors = new ArrayList<>();

    HtmlChecker() {
        try {
            validator.setUpMainSchema(EmbeddedValidator.SCHEMA_URL, new Collector());
            validator.setUpValidatorAndParsers(new Collector(), true, false);
        } catch (Exception e) {
            throw new IllegalStateException("the checker's schemas lie in its jar", e);
        }
    }

    /** Errors in a page, one line each; warnings are not among them. */
    List<String> errors(String html) {
        errors.clear();
        try {
            validator.checkHtmlInputSource(new InputSource(new StringReader(html)));
        } catch (IOException | SAXException e) {
            errors.add(e.toString());
        }
        return List.copyOf(errors);
    }

    private final class Collector implements ErrorHandler {
        @Override
        public void warning(SAXParseException found) {}

        @Override
        public void error(SAXParseException found) {
            errors.add("line " + found.getLineNumber() + ": " + found.getMessage());
        }

        @Override
        public void fatalError(SAXParseException found) {
            error(found);
        }
    }
}
