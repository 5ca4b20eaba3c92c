package io.opslore.ingest.tika;

import io.opslore.ingest.IngestState.Reason;
import io.opslore.ingest.extract.Converter.Converted;
import io.opslore.ingest.extract.Converter.Kind;
import io.opslore.ingest.extract.ExtractionFailed;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Set;
import org.apache.tika.detect.DefaultDetector;
import org.apache.tika.detect.Detector;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.html.HtmlMapper;
import org.apache.tika.parser.html.IdentityHtmlMapper;
import org.apache.tika.parser.html.JSoupParser;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.pdf.PDFParser;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/** Runs in the worker: one document through Tika's parser for its kind. */
final class Conversion {

    private static final Set<String> WORD =
            Set.of(
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.template",
                    "application/vnd.ms-word.document.macroenabled.12",
                    "application/vnd.ms-word.template.macroenabled.12");

    private final Detector detector = new DefaultDetector();
    private final PDFParser pdf = new PDFParser();
    private final OOXMLParser docx = new OOXMLParser();
    private final JSoupParser html = new JSoupParser();

    Conversion() {
        PDFParserConfig config = pdf.getPDFParserConfig();
        config.setOcrStrategy(PDFParserConfig.OCR_STRATEGY.NO_OCR);
        config.setExtractInlineImages(false);
        config.setExtractAnnotationText(false);
        config.setExtractBookmarksText(false);
    }

    Converted convert(Kind kind, Path file, int maxTextLength) throws ExtractionFailed {
        return switch (kind) {
            case PDF -> {
                var text = new PageText(maxTextLength);
                Metadata metadata = parse(pdf, file, text, text.output());
                yield new Converted(text.output().text(), title(metadata), text.pageFirstLines());
            }
            case DOCX -> {
                requireWord(file);
                yield markdown(docx, file, maxTextLength);
            }
            case HTML -> markdown(html, file, maxTextLength);
        };
    }

    private static Converted markdown(Parser parser, Path file, int maxTextLength)
            throws ExtractionFailed {
        var text = new MarkdownText(maxTextLength);
        Metadata metadata = parse(parser, file, text, text.output());
        return new Converted(text.output().text(), title(metadata), java.util.List.of());
    }

    private void requireWord(Path file) throws ExtractionFailed {
        String type;
        try (TikaInputStream in = TikaInputStream.get(file)) {
            type = detector.detect(in, new Metadata()).getBaseType().toString();
        } catch (IOException | RuntimeException e) {
            throw broken(e);
        }
        if (type.equals("application/x-tika-ooxml-protected")) {
            throw new ExtractionFailed(Reason.ENCRYPTED, "a password is needed");
        }
        if (!WORD.contains(type)) {
            throw new ExtractionFailed(Reason.UNSUPPORTED_TYPE, type);
        }
    }

    private static Metadata parse(Parser parser, Path file, ContentHandler handler, Output output)
            throws ExtractionFailed {
        var metadata = new Metadata();
        try (InputStream in = TikaInputStream.get(file)) {
            parser.parse(in, handler, metadata, context());
        } catch (IOException | SAXException | TikaException | RuntimeException e) {
            throw output.isFull() ? tooLarge() : failure(e);
        } catch (StackOverflowError e) {
            throw new ExtractionFailed(Reason.BROKEN, "too deeply nested");
        }
        return metadata;
    }

    private static ParseContext context() {
        var context = new ParseContext();
        context.set(HtmlMapper.class, IdentityHtmlMapper.INSTANCE);
        context.set(EmbeddedDocumentExtractor.class, new NothingEmbedded());
        return context;
    }

    private static ExtractionFailed tooLarge() {
        return new ExtractionFailed(Reason.TOO_LARGE, "too much text");
    }

    private static ExtractionFailed failure(Exception e) {
        return e instanceof EncryptedDocumentException
                ? new ExtractionFailed(Reason.ENCRYPTED, "a password is needed")
                : broken(e);
    }

    private static ExtractionFailed broken(Exception e) {
        Throwable cause = e;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        String message = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        String detail = cause.getClass().getSimpleName() + ": " + message;
        return new ExtractionFailed(
                Reason.BROKEN, detail.substring(0, Math.min(200, detail.length())));
    }

    /** What programs fill in by themselves is no title. */
    private static String title(Metadata metadata) {
        String title = metadata.get(TikaCoreProperties.TITLE);
        return title == null
                        || title.startsWith("Microsoft Word - ")
                        || title.equalsIgnoreCase("untitled")
                ? ""
                : title.replaceAll("\\s+", " ").strip();
    }

    /** A document is read, not what is attached to it or drawn into it. */
    private static final class NothingEmbedded implements EmbeddedDocumentExtractor {

        @Override
        public boolean shouldParseEmbedded(Metadata metadata) {
            return false;
        }

        @Override
        public void parseEmbedded(
                InputStream stream, ContentHandler handler, Metadata metadata, boolean outputHtml) {
            throw new UnsupportedOperationException("Nothing embedded is read");
        }
    }
}
