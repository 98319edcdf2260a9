package cz.okenko.gateway.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// One person's browser window: what it shows, what it complained about, what it fetched.
final class Window implements AutoCloseable {
  private static final Path REPOSITORY =
      Path.of(System.getProperty("okenko.repository", "..")).toAbsolutePath();
  private static final double PATIENCE_MILLIS = 20_000;

  private static final List<Look> LOOKS =
      List.of(
          new Look("320-dark", 320, 640, ColorScheme.DARK),
          new Look("320-light", 320, 640, ColorScheme.LIGHT),
          new Look("1280-dark", 1280, 800, ColorScheme.DARK),
          new Look("1280-light", 1280, 800, ColorScheme.LIGHT));

  private static final String AXE =
      """
      async () => {
        const { violations } = await axe.run(document, { resultTypes: ['violations'] });
        const root = document.documentElement;
        const wide = root.scrollWidth > root.clientWidth ? ['wider than the screen'] : [];
        return [...wide, ...violations.flatMap(({ id, nodes }) =>
          nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`))];
      }
      """;

  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();
  private final List<String> requests = new ArrayList<>();

  private record Look(String name, int width, int height, ColorScheme scheme) {}

  Window(Browser browser) {
    context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setLocale("cs-CZ")
                .setTimezoneId("Europe/Prague")
                .setColorScheme(ColorScheme.LIGHT)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(1280, 800));
    context.setDefaultTimeout(PATIENCE_MILLIS);
    context.addInitScript(REPOSITORY.resolve("gateway/web/node_modules/axe-core/axe.min.js"));
    page = context.newPage();
    page.onPageError(complaints::add);
    page.onConsoleMessage(message -> complaints.add(message.type() + ": " + message.text()));
    page.onRequest(request -> requests.add(request.url()));
    page.onDialog(
        dialog -> {
          complaints.add("dialog: " + dialog.message());
          dialog.dismiss();
        });
  }

  Page page() {
    return page;
  }

  BrowserContext context() {
    return context;
  }

  /// Everything the browser logged, errors or not, and every dialog a script opened.
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  /// What was fetched from anywhere but `base`.
  List<String> requestsOutside(URI base) {
    return requests.stream()
        .filter(url -> !url.startsWith(base + "/") && !url.startsWith("data:"))
        .toList();
  }

  /// Waits until something of the page matches; it need not be visible.
  void reached(String selector) {
    page.waitForSelector(
        selector,
        new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));
  }

  /// Waits until an expression is true in the page.
  void until(String expression) {
    page.waitForFunction(expression);
  }

  /// Nothing for axe to find and nothing wider than the screen, light and dark, wide and narrow.
  /// `OKENKO_PICTURES` names a folder for pictures of it all.
  void holds(String state) {
    for (Look look : LOOKS) {
      page.setViewportSize(look.width(), look.height());
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(look.scheme()));
      page.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done, 30)))");
      picture(state + "-" + look.name());
      assertThat((List<?>) page.evaluate(AXE)).as("%s at %s", state, look.name()).isEmpty();
    }
  }

  private void picture(String name) {
    String folder = System.getenv().getOrDefault("OKENKO_PICTURES", "");
    if (!folder.isEmpty()) {
      page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(folder, name + ".png")));
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
