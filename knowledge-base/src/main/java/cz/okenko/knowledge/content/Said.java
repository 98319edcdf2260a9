package cz.okenko.knowledge.content;

import cz.okenko.knowledge.Answer.Emergency;
import cz.okenko.knowledge.Answer.SmallTalk;
import cz.okenko.knowledge.text.Fingerprint;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Whole sentences the classifier learns from beside the articles: dangers, wishes for a person,
/// attempts to make the assistant something else, small talk, and matters that only sound like one
/// of these. Only learning reads them, so they lie as a text until then. Never changes; safe for many
/// threads.
public final class Said {

  static final String NAME = "said.yaml";

  /// Nothing was said.
  public static final Said NONE = new Said(List.of());

  private final String print;
  private final Supplier<List<Sentence>> sentences;

  public Said(List<Sentence> sentences) {
    List<Sentence> all = List.copyOf(sentences);
    this.print = Fingerprint.of(all.toString());
    this.sentences = () -> all;
  }

  private Said(byte[] yaml) {
    this.print = new Fingerprint().with(yaml).digits();
    this.sentences =
        () -> SaidFile.read(NAME, new String(yaml, StandardCharsets.UTF_8), new Faults());
  }

  /// What a `said.yaml` holds, which was checked before.
  static Said of(String yaml) {
    return new Said(yaml.getBytes(StandardCharsets.UTF_8));
  }

  /// All of them, read anew each time.
  public List<Sentence> sentences() {
    return sentences.get();
  }

  /// Changes whenever they do.
  public String print() {
    return print;
  }

  /// A sentence, what it means, and the code of its language; Slovak, too, has its own.
  public record Sentence(Meaning meaning, String language, String text) {}

  /// What a sentence is, whatever the articles are about.
  public sealed interface Meaning {

    /// The keys it stands under in `said.yaml`, with a slash between them.
    String code();

    /// Every meaning there is, in an order that stays.
    static List<Meaning> all() {
      List<Meaning> all = new ArrayList<>();
      for (Emergency.Kind kind : Emergency.Kind.values()) {
        all.add(new Danger(kind));
      }
      all.add(new Person());
      all.add(new Tampering());
      for (SmallTalk.Kind kind : SmallTalk.Kind.values()) {
        all.add(new Chat(kind));
      }
      all.add(new Matter());
      return all;
    }

    /// Somebody is in danger.
    record Danger(Emergency.Kind kind) implements Meaning {
      @Override
      public String code() {
        return "danger/" + kind.code();
      }
    }

    /// A person is wanted.
    record Person() implements Meaning {
      @Override
      public String code() {
        return "handoff";
      }
    }

    /// Somebody would make it something else.
    record Tampering() implements Meaning {
      @Override
      public String code() {
        return "tampering";
      }
    }

    /// Nothing is asked.
    record Chat(SmallTalk.Kind kind) implements Meaning {
      @Override
      public String code() {
        return "small-talk/" + kind.code();
      }
    }

    /// A matter, of the office or not, that sounds like one of the others.
    record Matter() implements Meaning {
      @Override
      public String code() {
        return "matter";
      }
    }
  }
}

