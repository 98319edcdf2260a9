package cz.okenko.gateway.editing;

import cz.okenko.knowledge.text.Folding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads a file of questions with their answers: a table as text (TSV, CSV), a spreadsheet (XLSX) or
/// a page (HTML). What kind it is, its bytes say rather than its name.
final class FaqFile {
  static final int MOST_ROWS = 50_000;

  private static final long LARGEST = 50L * 1024 * 1024;

  private FaqFile() {}

  /// The rows of a file, and the records of it that could not even be read.
  record FaqList(List<FaqRow> rows, List<Refusal> broken) {
    FaqList {
      rows = List.copyOf(rows);
      broken = List.copyOf(broken);
    }
  }

  static FaqList read(Path file) throws IOException, UnreadableFileException {
    if (!Files.isRegularFile(file)) {
      throw new UnreadableFileException("there is no such file");
    }
    if (Files.size(file) > LARGEST) {
      throw new UnreadableFileException("is larger than 50 MB");
    }
    FaqList list = list(file, Files.readAllBytes(file));
    if (list.rows().size() > MOST_ROWS) {
      throw new UnreadableFileException("has more than 50,000 rows; cut it into several files");
    }
    return list;
  }

  private static FaqList list(Path file, byte[] bytes) throws UnreadableFileException {
    if (Spreadsheet.isOne(bytes)) {
      return new FaqList(spreadsheet(file), List.of());
    }
    if (Spreadsheet.isOld(bytes)) {
      throw new UnreadableFileException("is an old XLS file; save it as XLSX or CSV");
    }
    String text = Decoding.text(bytes);
    if (isPage(file, text)) {
      List<FaqRow> rows = FaqPage.rows(text);
      if (rows.isEmpty()) {
        throw new UnreadableFileException(
            "has no heading, term, summary or bold line that ends with a question mark");
      }
      return new FaqList(rows, List.of());
    }
    SeparatedText.Table table = SeparatedText.read(text);
    return new FaqList(
        FaqTable.rows(table.lines()).orElseThrow(FaqFile::withoutColumns), table.broken());
  }

  private static List<FaqRow> spreadsheet(Path file) throws UnreadableFileException {
    return Spreadsheet.sheets(file).stream()
        .map(FaqTable::rows)
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow(FaqFile::withoutColumns);
  }

  private static boolean isPage(Path file, String text) {
    String name = Folding.fold(String.valueOf(file.getFileName()));
    String start = text.stripLeading();
    String head = start.substring(0, Math.min(200, start.length())).toLowerCase(Locale.ROOT);
    return name.endsWith(".html")
        || name.endsWith(".htm")
        || head.startsWith("<!doctype html")
        || head.startsWith("<html");
  }

  private static UnreadableFileException withoutColumns() {
    return new UnreadableFileException(
        "the first line must name the columns: id, question, answer, and if you like url and lang"
            + " (or otázka, odpověď, odkaz, jazyk)");
  }
}
