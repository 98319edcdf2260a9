package cz.okenko.gateway.editing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/// Reads the sheets of an XLSX file. Formulas count as the values they had when the file was saved;
/// nothing is calculated, and nothing outside the file is looked up.
final class Spreadsheet {
  /// More than any list of questions unpacks to, and less than hurts.
  private static final long MOST_UNPACKED = 100L * 1024 * 1024;

  private static final int MOST_PARTS = 1_000;
  private static final int CHUNK = 64 * 1024;

  private Spreadsheet() {}

  static boolean isOne(byte[] bytes) {
    return startsWith(bytes, 'P', 'K', 3, 4);
  }

  /// Whether it is the XLS of old Excel, which nobody here reads.
  static boolean isOld(byte[] bytes) {
    return startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0);
  }

  /// The lines of each sheet, in order.
  static List<List<TableLine>> sheets(Path file) throws UnreadableFileException {
    refuseBombs(file);
    try (var workbook = new ReadableWorkbook(file.toFile())) {
      List<List<TableLine>> sheets = new ArrayList<>();
      for (Sheet sheet : workbook.getSheets().toList()) {
        sheets.add(lines(sheet));
      }
      return sheets;
    } catch (IOException | ExcelReaderException e) {
      throw new UnreadableFileException("is not a readable XLSX file");
    }
  }

  private static List<TableLine> lines(Sheet sheet) throws IOException {
    try (Stream<Row> rows = sheet.openStream()) {
      return rows.limit(FaqFile.MOST_ROWS + 2L)
          .map(row -> new TableLine(row.getRowNum(), cells(row)))
          .filter(line -> !line.isBlank())
          .toList();
    }
  }

  private static List<String> cells(Row row) {
    List<String> cells = new ArrayList<>();
    for (int column = 0; column < Math.min(row.getCellCount(), 64); column++) {
      cells.add(row.getOptionalCell(column).map(Spreadsheet::value).orElse(""));
    }
    return cells;
  }

  private static String value(Cell cell) {
    return switch (cell.getType()) {
      case STRING -> cell.asString();
      case NUMBER, BOOLEAN, FORMULA -> Optional.ofNullable(cell.getRawValue()).orElse("");
      case ERROR, EMPTY -> "";
    };
  }

  /// Unpacks the file once into nowhere, counting: a small file may hide gigabytes.
  private static void refuseBombs(Path file) throws UnreadableFileException {
    long unpacked = 0;
    try (var zip = new ZipFile(file.toFile())) {
      if (zip.size() > MOST_PARTS) {
        throw tooMuch();
      }
      for (ZipEntry part : Collections.list(zip.entries())) {
        unpacked += unpacked(zip, part, MOST_UNPACKED - unpacked);
        if (unpacked > MOST_UNPACKED) {
          throw tooMuch();
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new UnreadableFileException("is not a readable XLSX file");
    }
  }

  /// The unpacked size of a part, or a little more than `most` when it is larger.
  private static long unpacked(ZipFile zip, ZipEntry part, long most) throws IOException {
    long unpacked = 0;
    var chunk = new byte[CHUNK];
    try (InputStream in = zip.getInputStream(part)) {
      for (int read = in.read(chunk); read >= 0 && unpacked <= most; read = in.read(chunk)) {
        unpacked += read;
      }
    }
    return unpacked;
  }

  private static UnreadableFileException tooMuch() {
    return new UnreadableFileException(
        "unpacks to more than 100 MB; no list of questions does that");
  }

  private static boolean startsWith(byte[] bytes, int... head) {
    for (int i = 0; i < head.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xff) != head[i]) {
        return false;
      }
    }
    return true;
  }
}
