package cz.okenko.knowledge.content;

import cz.okenko.knowledge.Answer.Emergency;
import cz.okenko.knowledge.Answer.SmallTalk;
import java.util.ArrayList;
import java.util.List;

/// Whole sentences the classifier learns from beside the articles: dangers, wishes for a person,
/// attempts to make the assistant something else, small talk, and matters that only sound like one
/// of these.
public record Said(List<Sentence> sentences) {

  /// Nothing was said.
  public static final Said NONE = new Said(List.of());

  public Said {
    sentences = List.copyOf(sentences);
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

