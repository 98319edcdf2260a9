package cz.okenko.gateway.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Lists of questions as offices really have them.
final class FaqFileTest {
  private static final FaqRow DOG =
      new FaqRow(2, "pes", "Kde přihlásím psa?", "U nás na pokladně.", "", "");

  @TempDir Path folder;

  @Test
  void tabs_semicolons_and_commas_are_told_apart() throws Exception {
    check("id\tquestion\tanswer\npes\tKde přihlásím psa?\tU nás na pokladně.\n", DOG);
    check("id;question;answer\npes;Kde přihlásím psa?;U nás na pokladně.\n", DOG);
    check("id,question,answer\npes,Kde přihlásím psa?,U nás na pokladně.\n", DOG);
  }

  @Test
  void columns_have_czech_names_too_and_stand_in_any_order() throws Exception {
    check(
        "\ufeffOdpověď;OTÁZKA;Jazyk;ID;Odkaz;poznámka\r\nNe.;Smím?;cs;a;https://obec.example/x;nic\r\n",
        new FaqRow(2, "a", "Smím?", "Ne.", "https://obec.example/x", "cs"));
  }

  @Test
  void a_quoted_cell_may_have_lines_and_the_next_row_keeps_its_number() throws Exception {
    check(
        "id,question,answer\na,Smím?,\"Ano, ale:\n- tiše\n- a \"\"krátce\"\"\"\nb,A dnes?,Ne.\n",
        new FaqRow(2, "a", "Smím?", "Ano, ale:\n- tiše\n- a \"krátce\"", "", ""),
        new FaqRow(5, "b", "A dnes?", "Ne.", "", ""));
  }

  @Test
  void behind_a_quotation_mark_that_does_not_end_the_rest_is_read() throws Exception {
    String text =
        "id;question;answer\na;\"Smím?\" prý;\"Ano,\nale.\"\nb;\"Kdy?;Hned.\nc;Proč?;Proto.\n";

    FaqFile.FaqList list = FaqFile.read(written(text));

    assertThat(list.rows())
        .containsExactly(
            new FaqRow(2, "a", "Smím? prý", "Ano,\nale.", "", ""),
            new FaqRow(5, "c", "Proč?", "Proto.", "", ""));
    assertThat(list.broken())
        .containsExactly(
            new Refusal(4, "a quotation mark begins a cell that does not end"));
  }

  @Test
  void quotation_marks_inside_a_table_with_tabs_are_text() throws Exception {
    check(
        "id\tquestion\tanswer\na\t\"Kafe\" smím?\tAno.\nb\tA 24\" kolo?\tTaké.\n",
        new FaqRow(2, "a", "\"Kafe\" smím?", "Ano.", "", ""),
        new FaqRow(3, "b", "A 24\" kolo?", "Také.", "", ""));
  }

  @Test
  void what_is_not_utf_8_is_read_as_windows_1250() throws Exception {
    Path file =
        Files.write(
            folder.resolve("f.csv"),
            "id;otázka;odpověď\npes;Kde přihlásím psa?;U nás na pokladně.\n"
                .getBytes(Charset.forName("windows-1250")));

    assertThat(FaqFile.read(file).rows()).containsExactly(DOG);
  }

  @Test
  void a_spreadsheet_is_read_from_the_sheet_that_has_the_columns() throws Exception {
    assertThat(FaqFile.read(spreadsheet()).rows())
        .containsExactly(
            DOG, new FaqRow(4, "12", "Kolik je 1 + 1?", "2", "https://obec.example/a", ""));
  }

  private Path spreadsheet() throws IOException {
    var out = new ByteArrayOutputStream();
    try (var book = new Workbook(out, "Test", "1.0")) {
      book.newWorksheet("Návod").value(0, 0, "Vyplňte druhý list.");
      Worksheet sheet = book.newWorksheet("Otázky");
      row(sheet, 0, List.of("id", "Otázka", "Odpověď", "Odkaz"));
      row(sheet, 1, List.of("pes", "Kde přihlásím psa?", "U nás na pokladně."));
      sheet.value(3, 0, 12);
      sheet.value(3, 1, "Kolik je 1 + 1?");
      sheet.value(3, 2, 2);
      sheet.value(3, 3, "https://obec.example/a");
    }
    return Files.write(folder.resolve("f.xlsx"), out.toByteArray());
  }

  private static void row(Worksheet sheet, int row, List<String> cells) {
    for (int column = 0; column < cells.size(); column++) {
      sheet.value(row, column, cells.get(column));
    }
  }

  @Test
  void a_formula_is_the_value_it_had_when_the_file_was_saved() throws Exception {
    String sheet =
        """
        <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
        <row r="1"><c r="A1" t="inlineStr"><is><t>id</t></is></c><c r="B1" t="inlineStr"><is><t>question</t></is></c><c r="C1" t="inlineStr"><is><t>answer</t></is></c></row>
        <row r="2"><c r="A2" t="inlineStr"><is><t>a</t></is></c><c r="B2" t="inlineStr"><is><t>Kolik?</t></is></c><c r="C2" t="str"><f>CONCATENATE("5","00 Kč")</f><v>500 Kč</v></c></row>
        </sheetData></worksheet>
        """;

    assertThat(FaqFile.read(workbook(sheet.getBytes(StandardCharsets.UTF_8))).rows())
        .containsExactly(new FaqRow(2, "a", "Kolik?", "500 Kč", "", ""));
  }

  @Test
  void a_small_file_that_unpacks_to_gigabytes_is_refused() throws Exception {
    Path bomb = workbook(new byte[120 * 1024 * 1024]);

    assertThat(Files.size(bomb)).isLessThan(1024 * 1024);
    assertRefused(bomb, "unpacks to more than 100 MB");
  }

  private Path workbook(byte[] sheet) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      part(zip, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
      part(zip, "_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
      part(zip, "xl/workbook.xml", "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
      part(zip, "xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
      zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
      zip.write(sheet);
      zip.closeEntry();
    }
    return Files.write(folder.resolve("w.xlsx"), out.toByteArray());
  }

  private static void part(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  @Test
  void a_file_of_which_nothing_can_be_taken_says_why() throws IOException {
    assertRefused(folder.resolve("missing.tsv"), "there is no such file");
    assertRefused(written("a;b\n1;2\n"), "the first line must name the columns");
    assertRefused(written(""), "the first line must name the columns");
    assertRefused(
        Files.writeString(folder.resolve("f.html"), "<h2>Kontakt</h2><p>Telefon"),
        "ends with a question mark");
    assertRefused(
        Files.write(folder.resolve("z.xlsx"), new byte[] {'P', 'K', 3, 4, 1, 2, 3}),
        "not a readable XLSX");
  }

  private void assertRefused(Path file, String reason) {
    assertThatThrownBy(() -> FaqFile.read(file))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining(reason);
  }

  private Path written(String text) throws IOException {
    return Files.writeString(folder.resolve("f.csv"), text);
  }

  private void check(String text, FaqRow... expected) throws Exception {
    assertThat(FaqFile.read(written(text)).rows()).containsExactly(expected);
  }
}
