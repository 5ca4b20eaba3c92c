package io.opslore.ingest.tika;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;

/** Real documents, made for one test. */
public final class TestingDocuments {

    private TestingDocuments() {}

    /** One list of lines per page. */
    public static byte[] pdf(List<List<String>> pages) {
        try (PDDocument document = document(pages)) {
            return bytes(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] encryptedPdf() {
        try (PDDocument document = document(List.of(List.of("Secret")))) {
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            return bytes(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A heading, a paragraph, and a table of two rows. */
    public static byte[] docx() {
        try (XWPFDocument document = wordDocument()) {
            var out = new ByteArrayOutputStream();
            document.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A paragraph for each line. */
    public static byte[] docx(List<String> lines) {
        try (var document = new XWPFDocument()) {
            lines.forEach(line -> document.createParagraph().createRun().setText(line));
            var out = new ByteArrayOutputStream();
            document.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] encryptedDocx() {
        try (var file = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (var plain = OPCPackage.open(new java.io.ByteArrayInputStream(docx()));
                    var out = encryptor.getDataStream(file)) {
                plain.save(out);
            }
            var out = new ByteArrayOutputStream();
            file.writeFilesystem(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException
                | org.apache.poi.openxml4j.exceptions.InvalidFormatException e) {
            throw new IllegalStateException(e);
        }
    }

    public static byte[] xlsx() {
        try (var workbook = new XSSFWorkbook()) {
            workbook.createSheet("Hosts").createRow(0).createCell(0).setCellValue("web-1");
            var out = new ByteArrayOutputStream();
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static XWPFDocument wordDocument() {
        var document = new XWPFDocument();
        document.createStyles().addStyle(headingStyle());
        var heading = document.createParagraph();
        heading.setStyle("Heading1");
        heading.createRun().setText("Restore the database");
        document.createParagraph().createRun().setText("Stop the writers first.");
        XWPFTable table = document.createTable(2, 2);
        table.getRow(0).getCell(0).setText("Host");
        table.getRow(0).getCell(1).setText("Role");
        table.getRow(1).getCell(0).setText("db-1");
        table.getRow(1).getCell(1).setText("primary");
        return document;
    }

    private static org.apache.poi.xwpf.usermodel.XWPFStyle headingStyle() {
        var style =
                org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle.Factory
                        .newInstance();
        style.setStyleId("Heading1");
        style.addNewName().setVal("heading 1");
        style.setType(org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType.PARAGRAPH);
        return new org.apache.poi.xwpf.usermodel.XWPFStyle(style);
    }

    private static PDDocument document(List<List<String>> pages) throws IOException {
        var document = new PDDocument();
        for (List<String> lines : pages) {
            var page = new PDPage();
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                content.newLineAtOffset(50, 700);
                for (String line : lines) {
                    content.showText(line);
                    content.newLineAtOffset(0, -15);
                }
                content.endText();
            }
        }
        return document;
    }

    private static byte[] bytes(PDDocument document) throws IOException {
        var out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }
}
