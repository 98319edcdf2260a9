package cz.okenko.gateway.web;

import io.nayuki.qrcodegen.QrCode;

/// A text as a QR code to be drawn in SVG.
///
/// @param side of the square around it, quiet zone included
/// @param path of its black modules, each one unit wide
public record QrDrawing(int side, String path) {
  private static final int QUIET = 4;

  public static QrDrawing of(String text) {
    QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
    return new QrDrawing(code.size + 2 * QUIET, path(code));
  }

  /// One rectangle for each run of black modules in a line.
  private static String path(QrCode code) {
    var path = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      int start = -1;
      for (int x = 0; x <= code.size; x++) {
        boolean black = x < code.size && code.getModule(x, y);
        if (black && start < 0) {
          start = x;
        } else if (!black && start >= 0) {
          path.append('M').append(start + QUIET).append(' ').append(y + QUIET);
          path.append('h').append(x - start).append("v1h-").append(x - start).append('z');
          start = -1;
        }
      }
    }
    return path.toString();
  }
}
