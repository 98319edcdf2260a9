package cz.okenko.gateway.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.List;

/// A clerk at the console in their own window.
final class Desk implements AutoCloseable {
  private final Window window;
  private final URI base;

  Desk(Window window, URI base) {
    this.window = window;
    this.base = base;
    window.page().navigate(base + "/console/");
    window.page().getByLabel("Přihlašovací jméno").waitFor();
  }

  Window window() {
    return window;
  }

  Page page() {
    return window.page();
  }

  void signIn(String name, String password) {
    page().getByLabel("Přihlašovací jméno").fill(name);
    page().getByLabel("Heslo", new Page.GetByLabelOptions().setExact(true)).fill(password);
    press("Přihlásit se");
    page().getByRole(AriaRole.TAB).first().waitFor();
  }

  void press(String button) {
    page()
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
        .click();
  }

  void tab(String name) {
    page().getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(name)).click();
  }

  void openFirst() {
    page().locator(".queue-link").first().click();
    lines().first().waitFor();
  }

  void open(String conversation) {
    page().navigate(base + "/console/#/konverzace/" + conversation);
    lines().first().waitFor();
  }

  void note(String text) {
    tab("Poznámka");
    page().getByLabel("Poznámka, kterou vidí jen kolegové").fill(text);
    press("Uložit poznámku");
    window.reached(".line-note");
  }

  void reply(String text) {
    tab("Odpověď");
    page().getByLabel("Odpověď občanovi").fill(text);
    press("Odeslat");
    window.reached(".line-clerk");
  }

  Locator lines() {
    return page().locator(".line");
  }

  /// The texts of one author (`citizen`, `bot`, `clerk`, `office`, `note`), oldest first.
  List<String> said(String author) {
    return page().locator(".line-" + author + " .line-text").allTextContents();
  }

  @Override
  public void close() {
    window.close();
  }
}
