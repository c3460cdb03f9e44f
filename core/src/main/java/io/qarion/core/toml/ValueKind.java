package io.qarion.core.toml;

/** The kinds of value that a key may need, in the words of messages. */
enum ValueKind {
  TEXT("text", "\"…\""),
  FLAG("true or false", "true"),
  WHOLE("a whole number", "10"),
  NUMBER("a number", "0.5"),
  NAMES("a list of texts", "[\"…\", \"…\"]"),
  TABLE("a table", "{ … }"),
  TABLES("a list of tables", "[{ … }]"),
  EXPRESSION("an expression in quotes", "\"amount > 0\""),
  EXPRESSIONS("a table of names and expressions", "{ total = \"price * quantity\" }"),
  NEW_NAMES("a table of old and new names", "{ old = \"new\" }"),
  TYPE("the name of a type", "\"integer\""),
  TYPES("a table of names and types", "{ amount = \"decimal(12,2)\" }"),
  PAIRS("a list of pairs of columns", "[[\"id\", \"order_id\"]]"),
  CHOICES("a list of names, or of { name, as }", "[\"id\", { name = \"amount\", as = \"total\" }]"),
  ORDER("a list of columns to order by", "[\"amount desc\", \"id\"]"),
  VALUES("a list of values", "[\"…\", \"…\"]"),
  VALUE("a text, a number or a date", "0"),
  COLUMNS("a list of columns", "[{ name = \"id\", schema_type = \"integer\" }]");

  private final String description;
  private final String example;

  ValueKind(String description, String example) {
    this.description = description;
    this.example = example;
  }

  String description() {
    return description;
  }

  /** What to write for a key. */
  String fix(String key) {
    return "Write " + KeyText.of(key) + " = " + example + ".";
  }
}
