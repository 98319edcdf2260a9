package cz.okenko.gateway.attachment;

/// What a file is, as far as its limits care.
enum FileKind {
  PICTURE,
  SOUND,
  VIDEO,
  DOCUMENT,
  MAIL,
  OTHER
}
