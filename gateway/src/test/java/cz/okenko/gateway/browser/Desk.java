package cz.okenko.gateway.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
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

  URI base() {
    return base;
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

  /// Goes to another screen, by the part of its address behind `#/`, and waits until it is loaded.
  void show(String screen) {
    List<String> before = page().locator("main h2").allTextContents();
    page().evaluate("screen => void (location.hash = '#/' + screen)", screen);
    page().waitForCondition(() -> !page().locator("main h2").allTextContents().equals(before));
    page().locator("main h2").first().waitFor();
    page()
        .waitForCondition(
            () -> !page().locator("main").textContent().contains("Načítá se"));
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

  /// Puts a file to the reply and waits until the gateway keeps it.
  void attaches(FilePayload file) {
    page().locator("input[type=file]").setInputFiles(file);
    window.reached(".enclosures-list [data-state=unscanned], .enclosures-list [data-state=clean]");
  }

  /// Presses in a moment, so that several windows can do so at once.
  void pressSoonToClaim() {
    page()
        .evaluate(
            """
            () => void setTimeout(() => [...document.querySelectorAll('button')]
              .find((button) => button.textContent.trim() === 'Převzít').click(), 400)
            """);
  }

  /// Waits until the conversation stands so: `waiting`, `with-clerk` …
  void stands(String state) {
    window.reached(".conversation[data-state='" + state + "']");
  }

  /// Waits until this clerk leads the conversation.
  void isLed() {
    window.reached(".conversation[data-mine=true] .composer");
  }

  boolean leads() {
    return page().locator(".conversation[data-mine=true]").count() == 1;
  }

  /// What stands in the place of the editor, or the editor.
  String foot() {
    return page().locator(".conversation-foot").textContent();
  }

  void transferTo(String agenda) {
    press("Předat dál");
    page().getByRole(AriaRole.DIALOG).locator("select").selectOption(agenda);
    press("Předat");
  }

  /// Goes on with the reply, key by key.
  void types(String words) {
    editor().pressSequentially(words);
  }

  /// The same, and waits until the gateway keeps it.
  void writes(String words) {
    types(words);
    window.reached(".editor-kept[data-kept=true]");
  }

  String written() {
    return editor().inputValue();
  }

  /// Sends what is written, which must be this.
  void sends(String whole) {
    assertThat(written()).isEqualTo(whole);
    press("Odeslat");
    window.reached(".line-clerk:has-text('" + whole + "')");
  }

  /// The same, also when something stands before the editor by now.
  void sendsBlindly() {
    page().evaluate("() => document.querySelector('form.editor').requestSubmit()");
  }

  void signInAgain(String password) {
    Locator dialog = page().getByRole(AriaRole.DIALOG);
    dialog.getByLabel("Heslo", new Locator.GetByLabelOptions().setExact(true)).fill(password);
    dialog
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Přihlásit se").setExact(true))
        .click();
    dialog.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
  }

  private Locator editor() {
    return page().getByLabel("Odpověď občanovi");
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
