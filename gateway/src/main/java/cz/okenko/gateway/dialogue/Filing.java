package cz.okenko.gateway.dialogue;

import cz.okenko.gateway.conversation.Turn;
import cz.okenko.knowledge.Submission;

/// Takes down what a citizen files in the conversation and sees that a person gets it.
@FunctionalInterface
public interface Filing {

  /// What is said and how the conversation goes on. Called like a responder.
  Reaction take(Turn turn, Submission submission);
}
