package cz.okenko.gateway;

import cz.okenko.gateway.dialogue.ChoiceResponder;
import cz.okenko.gateway.dialogue.Dialogue;
import cz.okenko.gateway.dialogue.EmergencyResponder;
import cz.okenko.gateway.dialogue.KnowledgeResponder;
import cz.okenko.gateway.dialogue.Responder;
import cz.okenko.gateway.dialogue.Shelf;
import cz.okenko.gateway.directory.Office;
import cz.okenko.gateway.directory.OfficeDoor;
import cz.okenko.gateway.handoff.ConsentResponder;
import cz.okenko.gateway.handoff.ContactResponder;
import cz.okenko.gateway.handoff.ContinueResponder;
import cz.okenko.gateway.handoff.FileResponder;
import cz.okenko.gateway.handoff.HandoffResponder;
import cz.okenko.gateway.handoff.Queues;
import cz.okenko.gateway.handoff.ReturnResponder;
import cz.okenko.gateway.handoff.SubmissionDesk;
import cz.okenko.gateway.handoff.Supervision;
import cz.okenko.gateway.handoff.Ways;
import cz.okenko.gateway.roster.Roster;
import cz.okenko.knowledge.KnowledgeBase;
import java.time.InstantSource;
import java.util.List;

/// What every responder speaks with.
record Responders(Common common, OfficeDoor door, Ways ways, Roster roster) {

  /// The dialogue with everybody who answers.
  Dialogue dialogue(KnowledgeBase knowledge, Queues queues) {
    return new Dialogue(common.conversations(), all(knowledge, queues));
  }

  /// Who answers, in the order in which they are asked.
  private List<Responder> all(KnowledgeBase knowledge, Queues queues) {
    Texts texts = ways.texts();
    InstantSource clock = common.clock();
    Office office = common.settings().office();
    var shelf = new Shelf(knowledge, office, door, texts, roster::onDuty);
    var handoff = new HandoffResponder(queues, door, ways, clock);
    var submissions = new SubmissionDesk(knowledge, shelf, handoff, texts, clock);
    var supervised = new Supervision(office, queues, handoff, texts);
    return List.of(
        new EmergencyResponder(knowledge, texts),
        new ConsentResponder(common.referrals(), texts),
        new ContinueResponder(
            common.conversations(),
            common.codes(),
            common.settings().server().publicUrl(),
            ways),
        new ReturnResponder(texts, clock),
        new ContactResponder(texts),
        new FileResponder(handoff, texts),
        supervised.over(new ChoiceResponder(knowledge, shelf, texts)),
        supervised.over(new KnowledgeResponder(knowledge, shelf, texts, submissions)),
        handoff);
  }
}
