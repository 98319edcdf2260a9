package cz.okenko.gateway.publishing;

import static cz.okenko.gateway.publishing.Html.at;
import static cz.okenko.gateway.publishing.Html.el;

import cz.okenko.gateway.web.QrDrawing;

/// An address as a QR code in SVG, for whoever holds the printed page and a telephone.
final class QrPicture {
  private QrPicture() {}

  /// Black on white whatever the theme, since many readers want it so.
  static Html.Markup of(String address, String label) {
    QrDrawing drawing = QrDrawing.of(address);
    String side = Integer.toString(drawing.side());
    return el(
        "svg",
        at("class", "qr"),
        at("role", "img"),
        at("aria-label", label),
        at("viewBox", "0 0 " + side + " " + side),
        at("width", "132"),
        at("height", "132"),
        el("rect", at("width", side), at("height", side), at("fill", "#ffffff")),
        el("path", at("fill", "#000000"), at("d", drawing.path())));
  }
}
