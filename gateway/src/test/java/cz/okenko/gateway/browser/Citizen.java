package cz.okenko.gateway.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.List;

/// A citizen at the chat in their own window.
final class Citizen implements AutoCloseable {
  private final Window window;

  Citizen(Window window) {
    this.window = window;
  }

  /// Opens the full page of a gateway.
  Citizen visit(URI base) {
    window.page().navigate(base + "/");
    stands("first-contact");
    return this;
  }

  Window window() {
    return window;
  }

  Page page() {
    return window.page();
  }

  /// Waits until the conversation stands so: `with-bot`, `waiting`, `with-clerk`, `closed` …
  void stands(String state) {
    window.reached("okenko-chat[data-state='" + state + "']");
  }

  void connectionIs(String connection) {
    window.reached("okenko-chat[data-connection='" + connection + "']");
  }

  Locator field() {
    return page().getByLabel("Vaše zpráva");
  }

  void say(String text) {
    field().fill(text);
    field().press("Enter");
  }

  /// Writes and waits for one more line of the automat.
  void ask(String text) {
    int before = said("bot").size();
    say(text);
    hears("bot", before + 1);
  }

  void press(String button) {
    page()
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
        .first()
        .click();
  }

  /// What the citizen calls the way to a person; a long name, for the button also says the hours.
  void wantsAPerson() {
    page().locator("button[data-human]").click();
  }

  /// The texts of one author (`citizen`, `bot`, `clerk`, `office`), oldest first.
  List<String> said(String author) {
    return page().locator("article." + author + " .bubble").allTextContents();
  }

  void hears(String author, int lines) {
    window.until(
        "() => document.querySelector('okenko-chat').shadowRoot.querySelectorAll('article."
            + author
            + "').length >= "
            + lines);
  }

  @Override
  public void close() {
    window.close();
  }
}
