package io.qarion.plugins.sql;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Names as one text: separated by commas, what is no letter or digit of ASCII percent-encoded. */
final class NameList {

  private NameList() {}

  static String text(List<String> names) {
    return names.stream()
        .map(name -> URLEncoder.encode(name, StandardCharsets.UTF_8))
        .collect(Collectors.joining(","));
  }

  static List<String> parse(String text) {
    return text.isEmpty()
        ? List.of()
        : List.of(text.split(",", -1)).stream()
            .map(name -> URLDecoder.decode(name, StandardCharsets.UTF_8))
            .toList();
  }
}
