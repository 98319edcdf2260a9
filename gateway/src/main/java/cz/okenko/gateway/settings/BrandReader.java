package cz.okenko.gateway.settings;

import cz.okenko.gateway.directory.Brand;
import cz.okenko.gateway.directory.Colour;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// Reads the group `office.brand` and checks that everybody can read what it colours.
final class BrandReader {
  private BrandReader() {}

  static Brand read(Section brand, Path settings) {
    return new Brand(
        logo(brand, settings),
        palette(brand.section("light"), Brand.PLAIN.light()),
        palette(brand.section("dark"), Brand.PLAIN.dark()));
  }

  private static Brand.Logo logo(Section brand, Path settings) {
    String file = brand.text("logo", "");
    if (file.isEmpty()) {
      return new Brand.Logo.Shipped();
    }
    Path path = settings.resolveSibling(file);
    if (!file.endsWith(".svg") || !Files.isReadable(path)) {
      brand.fault("logo", "“" + file + "” is not an SVG file that can be read here");
      return new Brand.Logo.Shipped();
    }
    return new Brand.Logo.File(path);
  }

  private static Brand.Palette palette(Section colours, Brand.Palette usual) {
    Brand.Palette palette =
        new Brand.Palette(
            colours.value("action", usual.action(), Colour::of),
            colours.value("action-ink", usual.actionInk(), Colour::of),
            colours.value("action-soft", usual.actionSoft(), Colour::of));
    if (!palette.readable()) {
      colours.fault(
          "action-ink",
          String.format(
              Locale.ROOT,
              "%s cannot be read on action %s: contrast %.1f, at least %.1f is needed",
              palette.actionInk().hex(),
              palette.action().hex(),
              palette.action().contrast(palette.actionInk()),
              Brand.LEAST_CONTRAST));
    }
    return palette;
  }
}
