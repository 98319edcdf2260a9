package cz.okenko.gateway.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FileTypeTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      textBlock =
          """
          %PDF-1.4,                       pdf
          ÿØÿà..JFIF,                     jpg
          GIF89a,                         gif
          RIFF....WEBPVP8,                webp
          ....ftypisom,                   mp4
          ....ftypheic,                   heic
          OggS,                           ogg
          {\\rtf1,                        rtf
          MZ...,                          bin
          #!/bin/sh,                      bin
          "<svg onload=alert(1)>",        txt
          "<html><script>",               txt
          "Received: from a by b",        eml
          "Dobrý den, posílám výpis.",    txt
          "ZIP:a.txt",                    zip
          "ZIP:word/document.xml",        docx
          "ZIP:[Content_Types].xml",      zip
          "NUL",                          bin
          """)
  void a_file_is_known_by_its_first_bytes(String beginning, String extension) {
    String head = beginning.replace("ZIP:", "PK\u0003\u0004......").replace("NUL", "\0\1\2");

    FileType type = FileType.of(head.getBytes(StandardCharsets.ISO_8859_1));

    assertThat(type.extension()).isEqualTo(extension);
    assertThat(FileType.extension(type.media())).isEqualTo(extension);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          smlouva.pdf,       application/pdf,   smlouva.pdf
          smlouva.PDF,       application/pdf,   smlouva.PDF
          smlouva.exe,       application/pdf,   smlouva.exe.pdf
          '',                image/png,         soubor-abcdef.png
          ../../etc/passwd,  text/plain,        _.._etc_passwd.txt
          a"b<c>.txt,        text/plain,        a_b_c_.txt
          .htaccess,         text/plain,        htaccess.txt
          foto.JPEG,         image/jpeg,        foto.JPEG
          tabulka.csv,       text/plain,        tabulka.csv
          strana.html,       text/plain,        strana.html.txt
          zpráva.docx,       application/x-ooxml, zpráva.docx
          makra.docm,        application/x-ooxml, makra.docm.zip
          """)
  void a_name_leads_nowhere_and_ends_as_the_file_is(String sent, String type, String saved) {
    assertThat(FileName.of(sent, type, "abcdef0123")).isEqualTo(saved);
  }
}
