package io.qarion.app.designer.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.app.designer.control.Proposal;
import io.qarion.app.designer.control.Proposals;
import io.qarion.app.designer.i18n.Messages;
import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.plugin.Plugins;
import io.qarion.core.toml.FlowToml;
import io.qarion.core.toml.TomlDocument;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** In these texts, a bar is the caret. */
class TomlCompletionTest {

  private static final Plugins PLUGINS = Plugins.load();
  private static final Messages MESSAGES = new Messages(Locale.ENGLISH);
  private static final String TASK =
      """
      id = "shop"
      flow_type = "standard"
      [[tasks]]
      id = "load"
      type = "ingestion"
      [[tasks]]
      id = "paid"
      type = "transformation"
      source_dataset_ids = ["orders", "payments"]
      """;

  @Test
  void keysOfAFlowThatAreNotYetThere() {
    assertThat(texts("id = \"a\"\n|\nname = \"b\"\n"))
        .startsWith("flow_type", "description")
        .contains("[[tasks]]", "[variables]")
        .doesNotContain("id", "name", "type");
    assertThat(taken("id = \"a\"\nflo|\n")).isEqualTo("id = \"a\"\nflow_type = \n");
    assertThat(taken("id = \"a\"\nflo| = 3\n")).isEqualTo("id = \"a\"\nflow_type = 3\n");
  }

  @Test
  void keysOfATask() {
    assertThat(texts(TASK + "d|")).startsWith("dependencies", "description");
    assertThat(first(TASK + "tar|").detail()).isEqualTo("dataset");
    assertThat(first(TASK + "tar|").help()).isEqualTo("The dataset that the task writes.");
  }

  @Test
  void keysOfItsConfigurationGoByItsType() {
    assertThat(texts(TASK + "[tasks.config]\n|")).startsWith("sql");
    assertThat(texts("[[tasks]]\ntype = \"export\"\n[tasks.config]\nsp|"))
        .containsExactly("spreadsheet_safe");
    assertThat(texts(TASK + "[tasks.properties]\nwri|")).containsExactly("write_mode");
    assertThat(texts("[[tasks]]\ntype = \"unknown\"\n[tasks.config]\ns|")).isEmpty();
  }

  @Test
  void keysOfATypedFlowStandInsideTheirTableOrHaveAPoint() {
    String feed = "flow_type = \"change_feed\"\n";
    assertThat(texts(feed + "[properties.load]\nsource|")).containsExactly("source_path");
    assertThat(texts(feed + "[properties]\nload.so|")).containsExactly("load.source_path");
    assertThat(texts(feed + "[properties]\nload.so|\n[properties.load]\n")).isEmpty();
    assertThat(values(feed + "[properties.load]\nbatching = |"))
        .containsExactly("\"per_run\"", "\"per_file\"");
  }

  @Test
  void optionsGoByTheFormatOrTheNameOfTheFile() {
    String load = "[[tasks]]\ntype = \"ingestion\"\n[tasks.config]\n";
    assertThat(texts(load + "source_path = \"a.csv\"\n[tasks.config.options]\ndeli|"))
        .containsExactly("delimiter");
    assertThat(texts(load + "format = \"json\"\noptions = { fla|")).containsExactly("flatten");
    assertThat(values(load + "format = \"js|\"")).containsExactlyInAnyOrder("json", "jsonl");
  }

  @Test
  void keysOfAnEntryGoByItsKind() {
    String check = "[[tasks]]\ntype = \"quality_check\"\n[[tasks.config.checks]]\n";
    assertThat(texts(check + "|")).startsWith("check_type", "check_name");
    assertThat(values(check + "check_type = \"ra|\"")).containsExactly("range");
    assertThat(texts(check + "check_type = \"range\"\nconfig = { m|"))
        .containsExactly("min", "max");
    assertThat(texts(check + "check_type = \"pattern\"\n[tasks.config.checks.config]\n|"))
        .startsWith("regex", "full_match")
        .doesNotContain("min");
    assertThat(values(check + "severity = \"cri|\"")).containsExactly("critical");
  }

  @Test
  void keysOfARuleGoByItsOperationWhereverThatStands() {
    assertThat(texts(TASK + "[[tasks.rules]]\n|")).startsWith("operation");
    assertThat(texts(TASK + "[[tasks.rules]]\noperation = \"join\"\n|"))
        .startsWith("with", "how", "on", "condition", "suffix");
    assertThat(texts(TASK + "[[tasks.rules]]\nco|\noperation = \"filter\"\n"))
        .containsExactly("condition");
    assertThat(texts(TASK + "[[tasks.rules]]\noperation = \"join\"\nwith = \"x\"\nwi|")).isEmpty();
  }

  @Test
  void operationsAndTypesAreProposedWithWhatTheyAre() {
    assertThat(values(TASK + "[[tasks.rules]]\noperation = fil|"))
        .containsExactly("\"fill\"", "\"filter\"");
    assertThat(first(TASK + "[[tasks.rules]]\noperation = \"cas|\"").detail())
        .isEqualTo("Change types");
    assertThat(values("[[tasks]]\ntype = \"ing|")).containsExactly("ingestion\"");
    assertThat(first("[[tasks]]\ntype = \"ing|\"").help()).isNotEmpty();
    assertThat(values("flow_type = \"chan|\"")).containsExactly("change_feed");
  }

  @Test
  void quotesAreWrittenWhereTheyAreMissing() {
    assertThat(taken("flow_type = stan|")).isEqualTo("flow_type = \"standard\"");
    assertThat(taken("flow_type = \"stan|\n")).isEqualTo("flow_type = \"standard\"\n");
    assertThat(taken("flow_type = 'stan|x'\n")).isEqualTo("flow_type = 'standard'\n");
    assertThat(taken("[[tasks]]\nenabled = f|\n")).isEqualTo("[[tasks]]\nenabled = false\n");
  }

  @Test
  void otherTasksAreWhatATaskCanDependOn() {
    assertThat(values(TASK + "dependencies = [\"|\"]")).containsExactly("load");
    assertThat(taken(TASK + "dependencies = [\"x\", lo|]"))
        .isEqualTo(TASK + "dependencies = [\"x\", \"load\"]");
    assertThat(taken(TASK + "dependencies = [\"lo|, \"x\"]"))
        .isEqualTo(TASK + "dependencies = [\"load\", \"x\"]");
  }

  @Test
  void datasetsAreProposedWithTheirColumns() {
    assertThat(values(TASK + "source_dataset_id = \"pa|\"")).containsExactly("payments");
    assertThat(first(TASK + "source_dataset_id = \"pa|\"").detail()).isEqualTo("2 columns");
    assertThat(values(TASK + "[[tasks.rules]]\noperation = \"union\"\nwith = [\"or|"))
        .containsExactly("orders\"");
    assertThat(values(TASK + "[tasks.config]\nsql = \"\"\"\nSELECT * FROM {{ pay|"))
        .containsExactly("payments");
    assertThat(values(TASK + "[tasks.config]\nsql = \"\"\"\nSELECT pay|")).isEmpty();
  }

  @Test
  void columnsAreThoseThatTheRuleFinds() {
    String rules =
        """
        [[tasks.rules]]
        operation = "rename"
        columns = { id = "order_id" }
        [[tasks.rules]]
        operation = "sort"
        """;
    assertThat(values(TASK + rules + "by = [\"order|\"]"))
        .containsExactly("order_id", "order_id desc");
    assertThat(values(TASK + "[[tasks.rules]]\noperation = \"sort\"\nby = [\"|\"]"))
        .startsWith("id", "amount");
  }

  @Test
  void pairsAreOfThisSideAndTheOther() {
    String join = TASK + "[[tasks.rules]]\noperation = \"join\"\nwith = \"payments\"\n";
    assertThat(values(join + "on = [[\"|")).contains("id\"").doesNotContain("order_id\"");
    assertThat(values(join + "on = [[\"id\", \"|\"]]")).containsExactly("order_id", "method");
    assertThat(values(join + "condition = \"meth|\"")).containsExactly("method");
    assertThat(values(join + "how = |")).contains("\"left\"", "\"anti\"");
  }

  @Test
  void columnsAreKeysWhereTheyGetANewNameOrType() {
    String cast = TASK + "[[tasks.rules]]\noperation = \"cast\"\n";
    assertThat(taken(cast + "columns = { am|")).endsWith("columns = { amount = ");
    assertThat(taken(cast + "columns = { fir| }")).endsWith("columns = { \"first name\" =  }");
    assertThat(values(cast + "columns = { amount = \"dec|\" }")).containsExactly("decimal(18,2)");
    assertThat(texts(cast + "[tasks.rules.columns]\namo|")).containsExactly("amount");
  }

  @Test
  void expressionsAreCompletedInsideTheirText() {
    String derive = TASK + "[[tasks.rules]]\noperation = \"derive\"\n";
    String typed = derive + "columns = { total = \"round(am|";
    assertThat(taken(typed)).endsWith("\"round(amount");
    assertThat(first(derive + "columns = { total = \"coal|\"").text()).isEqualTo("coalesce(");
    assertThat(first(derive + "columns = { total = \"coal|\"").help()).isNotEmpty();
    assertThat(taken(derive + "columns = { total = \"upper(fir|)\" }"))
        .endsWith("\"upper(\\\"first name\\\")\" }");
    assertThat(taken(derive + "columns = { total = \"upper(\\\"fir|"))
        .endsWith("\"upper(\\\"first name\\\"");
    assertThat(values(TASK + "[[tasks.rules]]\noperation = \"filter\"\ncondition = \"x > :mi|\""))
        .containsExactly(":minimum");
    assertThat(taken(TASK + "[[tasks.rules]]\noperation = \"filter\"\ncondition = amo|"))
        .endsWith("condition = \"amount\"");
  }

  @Test
  void tablesAreProposedAfterABracket() {
    assertThat(texts(TASK + "[|"))
        .startsWith("[[tasks.rules]]", "[tasks.config]", "[tasks.properties]", "[[tasks]]");
    assertThat(texts(TASK + "[[|"))
        .containsExactly("[[tasks.rules]]", "[[tasks]]", "[[input.columns]]", "[[triggers]]");
    assertThat(texts(TASK + "[tasks.config]\n[tasks.|]")).doesNotContain("[tasks.config]");
    assertThat(taken(TASK + "[[tasks.r|]]")).isEqualTo(TASK + "[[tasks.rules]]");
    assertThat(texts("flow_type = \"change_feed\"\n[prop|"))
        .startsWith("[properties]", "[properties.load]", "[properties.load.options]");
    assertThat(texts("[ta|")).containsExactly("[[tasks]]");
  }

  @Test
  void aTextThatIsBrokenAroundTheCaretIsNoHindrance() {
    String broken =
        TASK + "dependencies = [\"lo\n[[tasks.rules]]\noperation = \"|\n[[tasks]\nid = ";
    assertThat(values(broken)).contains("filter\"", "join\"");
    assertThat(values(TASK + "[[tasks.rules]]\noperation = \"filter\"\ncondition = \"am|\n[[ta"))
        .startsWith("amount");
    assertThat(texts(TASK + "name = {{\n[[tasks.rules]]\noper|")).containsExactly("operation");
  }

  @Test
  void nothingIsProposedInCommentsAndAfterAValue() {
    assertThat(texts("flow_type = \"standard\" # sta|")).isEmpty();
    assertThat(texts("# flo|")).isEmpty();
    assertThat(texts("flow_type = \"standard\" sta|")).isEmpty();
    assertThat(texts("[tasks] ta|")).isEmpty();
    assertThat(texts("name = \"flo|\"")).isEmpty();
  }

  private static List<String> texts(String marked) {
    return find(marked).items().stream().map(Proposal::text).toList();
  }

  /** What would be written, one by one. */
  private static List<String> values(String marked) {
    return find(marked).items().stream().map(Proposal::inserted).toList();
  }

  private static Proposal first(String marked) {
    return find(marked).items().getFirst();
  }

  /** The text after the first was taken. */
  private static String taken(String marked) {
    String text = marked.replace("|", "");
    Proposals found = find(marked);
    return text.substring(0, found.from())
        + found.items().getFirst().inserted()
        + text.substring(found.to());
  }

  private static Proposals find(String marked) {
    String text = marked.replace("|", "");
    return new TomlCompletion(PLUGINS, MESSAGES, known(text)).at(text, marked.indexOf('|'));
  }

  private static FlowKnowledge known(String text) {
    var datasets = new LinkedHashMap<String, Schema>();
    datasets.put(
        "orders",
        Schema.of(
            Column.of("id", PlainType.INTEGER),
            Column.of("amount", PlainType.FLOAT),
            Column.of("first name", PlainType.STRING)));
    datasets.put(
        "payments",
        Schema.of(Column.of("order_id", PlainType.INTEGER), Column.of("method", PlainType.STRING)));
    return new FlowKnowledge(
        datasets,
        FlowToml.read(TomlDocument.parse("flow.toml", text)).flow().tasks(),
        Map.of("minimum", PlainType.INTEGER));
  }
}
