package cz.okenko.gateway.publishing;

import static cz.okenko.gateway.publishing.Html.at;
import static cz.okenko.gateway.publishing.Html.el;

import io.nayuki.qrcodegen.QrCode;

/// An address as a QR code in SVG, for whoever holds the printed page and a telephone.
final class QrPicture {
  private static final int QUIET = 4;

  private QrPicture() {}

  /// Black on white whatever the theme, since many readers want it so.
  static Html.Markup of(String address, String label) {
    QrCode code = QrCode.encodeText(address, QrCode.Ecc.MEDIUM);
    int side = code.size + 2 * QUIET;
    return el(
        "svg",
        at("class", "qr"),
        at("role", "img"),
        at("aria-label", label),
        at("viewBox", "0 0 " + side + " " + side),
        at("width", "132"),
        at("height", "132"),
        el(
            "rect",
            at("width", Integer.toString(side)),
            at("height", Integer.toString(side)),
            at("fill", "#ffffff")),
        el("path", at("fill", "#000000"), at("d", path(code))));
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
