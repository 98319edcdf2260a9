package cz.okenko.gateway.publishing;

import cz.okenko.gateway.Texts;
import cz.okenko.gateway.directory.Office;
import cz.okenko.gateway.directory.OfficeDoor;
import cz.okenko.knowledge.KnowledgeBase;
import java.net.URI;
import java.time.InstantSource;

/// What everything published is made of: the office, its door, its words, what it knows, and the
/// address citizens use. `clock` says which day it is.
public record PublicOffice(
    Office office,
    OfficeDoor door,
    Texts texts,
    KnowledgeBase knowledge,
    URI publicUrl,
    InstantSource clock) {

  Addresses addresses() {
    return new Addresses(publicUrl);
  }
}
