package io.qarion.core.toml;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.problem.FlowId;
import io.qarion.core.problem.Problem;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodecProblemsTest {

  private static final String HEAD =
      "id = 'f'\nflow_type = 'standard'\n[[tasks]]\nid = 't'\ntype = 'transformation'\n";

  @Test
  void whatIsMissingIsNamedAtTheStartOfItsTable() {
    assertThat(shown("name = 3\n[[tasks]]\n[[triggers]]\n"))
        .containsExactlyInAnyOrder(
            "1:1 (id): 'id' is missing. Write id = \"orders\".",
            "1:8 (name): 'name' must be text. Write name = \"…\".",
            "1:1 (flow_type): 'flow_type' is missing."
                + " Write flow_type = \"standard\", or another type such as \"change_feed\".",
            "2:3 (tasks[0].id): 'id' is missing."
                + " Write id = \"task_1\", or a name that says more.",
            "2:3 (tasks[0].type): 'type' is missing."
                + " Write type = \"transformation\", or another type of task.",
            "3:3 (triggers[0].type): 'type' is missing. Write type = \"…\".");
  }

  @Test
  void aFlowWithoutAnIdIsCalledAsItsFile() {
    FlowToml.Reading reading = FlowToml.read(TomlDocument.parse("flows/orders.toml", "id = ''"));
    assertThat(reading.flow().id()).isEqualTo(new FlowId("orders"));
    assertThat(reading.flow().name()).isEqualTo("orders");
    assertThat(reading.problems())
        .extracting(Object::toString)
        .contains("flows/orders.toml:1:6 (id): 'id' is empty. Write id = \"orders\".");
  }

  @Test
  void ofABrokenFileOnlyTheMistakeIsReported() {
    FlowToml.Reading reading =
        FlowToml.read(TomlDocument.parse("flows/orders.toml", "id = 'f'\nname = \n"));
    assertThat(reading.problems()).hasSize(1);
    assertThat(reading.problems().getFirst().place().line()).isEqualTo(2);
    assertThat(reading.flow().id()).isEqualTo(new FlowId("orders"));
  }

  @Test
  void anUnknownKeyIsAHintWithTheNearestName() {
    List<Problem> problems = read("id = 'f'\nflow_type = 'standard'\nnmespace = 'x'\nzzz = 1\n");
    assertThat(problems).noneMatch(Problem::isError);
    assertThat(problems.getFirst())
        .hasToString(
            "flows/orders.toml:3:1 (nmespace): Nothing is known of the key 'nmespace';"
                + " it is kept and ignored. Did you mean 'namespace'?");
    assertThat(problems.get(1).fix()).startsWith("Known keys here: ");
  }

  @Test
  void whatAColumnSaysWithoutEffectIsAHintWithAWayToSayIt() {
    List<Problem> problems =
        read(
            """
            id = 'f'
            flow_type = 'standard'
            [input]
            columns = [
              { name = 'a', schema_type = 'string', default = 'x', unique = true, max_length = 3 },
            ]
            """);
    assertThat(problems).extracting(Problem::code).containsOnly("key.without_effect").hasSize(3);
    assertThat(problems.get(1))
        .hasToString(
            "flows/orders.toml:5:65 (input.columns[0].unique): 'unique' of a column is kept, but"
                + " nothing acts on it. Let a quality_check task check it, by"
                + " check_type = \"uniqueness\".");
    assertThat(problems).noneMatch(Problem::isError);
  }

  @Test
  void aKeyOfTheInputMayStandAtItsColumn() {
    String toml =
        """
        id = 'f'
        flow_type = 'standard'
        [input]
        primary_key = ['b']
        columns = [
          { name = 'a', schema_type = 'string', primary_key = true },
          { name = 'b', schema_type = 'string', primary_key = true },
        ]
        """;
    assertThat(FlowToml.read(TomlDocument.parse("flows/f.toml", toml)).flow().input().primaryKey())
        .containsExactly("b", "a");
  }

  @ParameterizedTest
  @CsvSource({
    "'precision = 10, scale = 2', 'decimal(10,2)', ''",
    "'precision = 5', 'decimal(5,0)', ''",
    "'scale = 6', 'decimal(18,6)', ''",
    "'precision = 2, scale = 3', 'decimal(18,4)', There is no decimal with 2 digits",
  })
  void digitsOfADecimalMayStandInKeysOfTheirOwn(String keys, String type, String message) {
    String toml =
        "id = 'f'\n"
            + "flow_type = 'change_feed'\n"
            + "[input]\n"
            + "columns = [{ name = 'a', schema_type = 'decimal', "
            + keys
            + " }]\n";
    FlowToml.Reading reading = FlowToml.read(TomlDocument.parse("flows/f.toml", toml));
    assertThat(reading.flow().input().schema().columns().getFirst().type().text()).isEqualTo(type);
    assertThat(reading.problems().stream().map(Problem::message).collect(Collectors.joining()))
        .startsWith(message);
  }

  @Test
  void inputColumnsAreCheckedOneByOne() {
    String toml =
        """
        id = "f"
        flow_type = "change_feed"
        [input]
        primary_key = [1]
        columns = [
          { name = "a", schema_type = "interger" },
          { name = "a", schema_type = "date", reqired = true },
          { schema_type = "date" },
          { name = "b" },
        ]
        """;
    assertThat(shown(toml))
        .containsExactlyInAnyOrder(
            "4:15 (input.primary_key): 'primary_key' must be a list of texts."
                + " Write primary_key = [\"…\", \"…\"].",
            "6:31 (input.columns[0].schema_type): There is no type 'interger'."
                + " Did you mean 'integer'? Write one of: boolean, integer, float, string, date,"
                + " time, timestamp, json, binary, decimal(p,s).",
            "7:12 (input.columns[1].name): Two columns are named 'a'."
                + " Give one of them another name.",
            "7:39 (input.columns[1].reqired): Nothing is known of the key 'reqired';"
                + " it is kept and ignored. Did you mean 'required'?",
            "8:3 (input.columns[2].name): 'name' is missing. Write name = \"…\".",
            "9:3 (input.columns[3].schema_type): 'schema_type' is missing."
                + " Write schema_type = \"integer\".");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      textBlock =
          """
          condition = 'a' | 7:1 (tasks[0].rules[0].operation): 'operation' is missing. Write operation = "filter", or another of: aggregate, cast, derive, distinct, fill, filter, join, limit, pivot, rename, replace, sample, select, sort, split, union, unpivot, window.
          operation = 'filter' | 7:1 (tasks[0].rules[0].condition): 'condition' is missing. Write condition = "amount > 0".
          operation = 'filter', condition = ['a'] | 7:36 (tasks[0].rules[0].condition): 'condition' must be an expression in quotes. Write condition = "amount > 0".
          operation = 'derive', columns = { a.b = '1' } | 7:36 (tasks[0].rules[0].columns.a): 'a' must be an expression in quotes. If the name has a dot in it, put the name in quotes.
          operation = 'derive', columns = {} | 7:34 (tasks[0].rules[0].columns): 'columns' is empty. Write columns = { total = "price * quantity" }.
          operation = 'cast', columns = { a = 'dat' } | 7:38 (tasks[0].rules[0].columns.a): There is no type 'dat'. Did you mean 'date'? Write one of: boolean, integer, float, string, date, time, timestamp, json, binary, decimal(p,s).
          operation = 'cast', columns = { a = 'date' }, on_error = 'nul' | 7:59 (tasks[0].rules[0].on_error): 'on_error' can't be 'nul'. Did you mean 'null'?
          operation = 'fill', columns = ['a'] | 7:1 (tasks[0].rules[0].value): Neither 'value' nor 'method' is given. Write value = 0, or method = "forward" with order_by = ["…"].
          operation = 'fill', columns = ['a'], method = 'forward' | 7:1 (tasks[0].rules[0].order_by): 'order_by' is missing. Write order_by = ["amount desc", "id"].
          operation = 'join', with = 'b' | 7:1 (tasks[0].rules[0].on): Neither 'on' nor 'condition' is given. Write on = [["id", "order_id"]], or how = "cross" for every row with every row.
          operation = 'join', with = 'b', on = ['a', 'b'] | 7:39 (tasks[0].rules[0].on): 'on' must be a list of pairs of columns. Write on = [["id", "order_id"]].
          operation = 'join', with = 'b', how = 'outer', on = [['a', 'b']] | 7:40 (tasks[0].rules[0].how): 'how' can't be 'outer'. Write one of: inner, left, right, full, semi, anti, cross.
          operation = 'sort', by = [] | 7:27 (tasks[0].rules[0].by): 'by' is empty. Write by = ["amount desc", "id"].
          operation = 'sort', by = ['a', 'b desc )'] | 7:41 (tasks[0].rules[0].by[1]): ) cannot stand here. Remove it.
          operation = 'limit', rows = '10' | 7:30 (tasks[0].rules[0].rows): 'rows' must be a whole number. Write rows = 10.
          operation = 'sample', rows = 1, fraction = 0.5 | 7:31 (tasks[0].rules[0].rows): 'rows' and 'fraction' can't both be given. Remove one of them.
          operation = 'sample' | 7:1 (tasks[0].rules[0].rows): Neither 'rows' nor 'fraction' is given. Write rows = 1000, or fraction = 0.1.
          operation = 'pivot', column = 'a', measure = 'sum(b)', values = [[1]] | 7:66 (tasks[0].rules[0].values): 'values' must be a list of values. Write values = ["…", "…"].
          operation = 'select', columns = [{ as = 'b' }] | 7:34 (tasks[0].rules[0].columns): 'columns' must be a list of names, or of { name, as }. Write columns = ["id", { name = "amount", as = "total" }].
          operation = 'select', columns = ['a'], exclude = ['b'] | 7:34 (tasks[0].rules[0].columns): 'columns' and 'exclude' can't both be given. Remove one of them.
          operation = 'limit', rows = 1, ofset = 2 | 7:33 (tasks[0].rules[0].ofset): Nothing is known of the key 'ofset'; it is kept and ignored. Did you mean 'offset'?
          operation = 'union', with = ['a'], by_name = 'yes' | 7:47 (tasks[0].rules[0].by_name): 'by_name' must be true or false. Write by_name = true.
          """)
  void aRuleThatCannotBeReadSaysWhereAndWhatToWrite(String rule, String expected) {
    assertThat(shown(HEAD + "rules = [\n{" + rule + "}]\n")).containsExactly(expected);
  }

  @Test
  void rulesBehindOneThatCannotBeReadAreLeftOutButChecked() {
    FlowToml.Reading reading =
        FlowToml.read(
            TomlDocument.parse(
                "flows/orders.toml",
                HEAD
                    + """
                    [[tasks.rules]]
                    operation = "limit"
                    rows = 1
                    [[tasks.rules]]
                    operation = "limit"
                    [[tasks.rules]]
                    operation = "limit"
                    rows = true
                    """));
    assertThat(reading.flow().tasks().getFirst().rules()).hasSize(1);
    assertThat(reading.problems())
        .extracting(problem -> problem.place().element())
        .containsExactly("tasks[0].rules[1].rows", "tasks[0].rules[2].rows");
  }

  private static List<String> shown(String toml) {
    return read(toml).stream()
        .map(problem -> problem.toString().replace("flows/orders.toml:", ""))
        .toList();
  }

  private static List<Problem> read(String toml) {
    return FlowToml.read(TomlDocument.parse("flows/orders.toml", toml)).problems();
  }
}
