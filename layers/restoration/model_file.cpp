// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/model_file.hpp"

#include <algorithm>
#include <filesystem>

#include "embedded/restoration_files.hpp"
#include "layers/restoration/meanings.hpp"
#include "layers/restoration/table_words.hpp"
#include "layers/workspace/strict_table.hpp"
#include "layers/workspace/text_file.hpp"

namespace redline {
namespace {

using Words = StrictTable::Words;

Words const KEYS{"format",
                 "stage_of_restored",
                 "stage_of_open_task",
                 "reference_words",
                 "total_words",
                 "total_names",
                 "county_endings",
                 "group_endings",
                 "of_which_words",
                 "of_which_marks",
                 "plan_titles",
                 "report_titles",
                 "task_titles",
                 "reserve_words",
                 "telling_words",
                 "stage_headings",
                 "empty_words",
                 "unaccepted_words",
                 "unfinished_words",
                 "standing_words",
                 "footer_words",
                 "stage_of_measure",
                 "stage",
                 "status",
                 "measures",
                 "tasks",
                 "columns",
                 "task_headings",
                 "unclosed_words",
                 "yes_words",
                 "no_words",
                 "verdict_headings",
                 "whole_words",
                 "site_headings",
                 "part_headings",
                 "pass_words",
                 "pass_fillers",
                 "doubt_words",
                 "harmless_words",
                 "bare_headings"};
Words const CLASSES{"not_started", "under_way", "restored", "accepted"};                   // in the order of StageClass
Words const QUANTITIES{"restored", "required", "disturbed", "volume", "status", "other"};  // of Quantity
Words const STATES{"done", "standing", "open"};                                            // of TaskState
Words const MEANINGS{MEANING_NAMES.begin(), MEANING_NAMES.end()};

template <class E>
E word_as(StrictTable const& t, std::string_view key, std::string_view word, Words const& valid) {
  auto const it = std::find(valid.begin(), valid.end(), word);
  if (it == valid.end()) t.unknown("workspace.unknown_word", t.line_of(key), word, valid);
  return static_cast<E>(it - valid.begin());
}

std::vector<std::string> words_of(StrictTable const& t, std::string_view key) {
  std::vector<std::string> out;
  auto const* list = t.has(key) ? t.raw().get(key)->as_array() : nullptr;
  if (!list) t.wrong_type(key, "[\"…\"]");
  for (auto const& node : *list) {
    auto const word = node.value_exact<std::string>();
    if (!word) t.wrong_type(key, "[\"…\"]");
    out.push_back(*word);
  }
  return out;
}

template <class F>
void each_table(StrictTable const& top, char const* key, F const& take) {
  auto const* list = top.has(key) ? top.raw().get(key)->as_array() : nullptr;
  if (!list || list->empty()) top.fail("workspace.missing_key", 1, {"restoration.toml", key});
  for (auto const& node : *list) {
    auto const* table = node.as_table();
    if (!table) top.wrong_type(key, "[[…]]");
    take(*table);
  }
}

void read_stage(toml::table const& table, std::string const& file, RestorationModel& m) {
  StrictTable const t(table, file, "[[stage]]", {"code", "zh", "class", "returns", "disturbs", "words"});
  Stage s{t.required_text("code"),
          t.required_text("zh"),
          {},
          static_cast<int>(m.stages.size()),
          t.flag("returns").value_or(false),
          t.flag("disturbs").value_or(false)};
  s.stage_class = word_as<StageClass>(t, "class", t.required_text("class"), CLASSES);
  s.again = s.disturbs && std::any_of(m.stages.begin(), m.stages.end(),
                                      [](Stage const& before) { return before.stage_class >= StageClass::restored; });
  auto words = t.has("words") ? words_of(t, "words") : std::vector<std::string>{};
  words.push_back(s.code);
  words.push_back(s.zh);
  for (auto const& w : words)
    if (auto const [it, fresh] = m.stage_words.emplace(w, s.code); !fresh && it->second != s.code)
      t.fail("restoration.model_word_twice", t.line(), {w, it->second, s.code});
  m.stages.push_back(std::move(s));
}

Measure measure_of(StrictTable const& t, std::string const& key, std::string_view text) {
  constexpr std::string_view BOUND = "at_least:";
  Measure m;
  m.at_least = text.substr(0, BOUND.size()) == BOUND;
  if (m.at_least) text.remove_prefix(BOUND.size());
  m.quantity = word_as<Quantity>(t, key, text, QUANTITIES);
  return m;
}

void read_words(StrictTable const& top, RestorationModel& m) {
  for (auto const& [key, text] : top.texts("measures")) m.measures[key] = measure_of(top, "measures", text);
  for (auto const& [key, text] : top.texts("tasks")) m.task_words[key] = word_as<TaskState>(top, "tasks", text, STATES);
  auto const columns = top.table("columns", MEANINGS);
  if (!columns) top.fail("workspace.missing_key", 1, {"restoration.toml", "columns"});
  for (auto const& meaning : columns->keys()) m.columns[meaning] = words_of(*columns, meaning);
}

void read_stages_of_measures(StrictTable const& top, RestorationModel& m) {
  if (!top.has("stage_of_measure")) return;
  for (auto const& [measure, word] : top.texts("stage_of_measure")) {
    auto const* s = m.stage(word);
    if (!s) top.fail("restoration.model_measure_stage", top.line_of("stage_of_measure"), {measure, word});
    m.stage_of_measure[measure] = s->code;
  }
}

void read_stage_of_open_task(StrictTable const& top, RestorationModel& m) {
  if (!top.has("stage_of_open_task")) return;
  m.stage_of_open_task = top.required_text("stage_of_open_task");
  if (auto const* s = m.stage(m.stage_of_open_task); !s || s->stage_class != StageClass::under_way)
    top.fail("restoration.model_open_stage", top.line_of("stage_of_open_task"), {m.stage_of_open_task});
}

toml::table parsed(std::string const& text, std::string const& file) {
  try {
    return toml::parse(text, file);
  } catch (toml::parse_error const& e) {
    throw Error(ErrorKind::input, "workspace.syntax",
                {file, std::to_string(e.source().begin.line), std::string(e.description())});
  }
}

struct ModelText {
  std::string text, file;
};

ModelText own_model_text() {
  for (auto const& f : embedded::restoration_files())
    if (f.name == "restoration.toml") return {std::string(f.text), "restoration.toml"};
  throw Error(ErrorKind::invariant, "workspace.not_embedded", {"restoration.toml"});
}

ModelText model_text(std::string const& directory) {
  auto const own = std::filesystem::path(directory) / "restoration.toml";
  if (std::filesystem::exists(own)) return {read_text_file(own.string()), own.string()};
  return own_model_text();
}

}  // namespace

RestorationModel parse_restoration_model(std::string const& text, std::string const& file) {
  auto const root = parsed(text, file);
  StrictTable const top(root, file, "restoration.toml", KEYS);
  RestorationModel m;
  if (auto const format = top.required_text("format"); format != "redline-restoration-model/1")
    top.fail("restoration.model_format", top.line_of("format"), {format});
  each_table(top, "stage", [&](auto const& t) { read_stage(t, file, m); });
  each_table(top, "status", [&](auto const& table) {
    StrictTable const t(table, file, "[[status]]", {"code", "zh", "min_share"});
    m.statuses.push_back({t.required_text("code"), t.required_text("zh"), t.number("min_share", 0).value_or(0)});
  });
  read_words(top, m);
  m.stage_of_restored = top.required_text("stage_of_restored");
  if (auto const* s = m.stage(m.stage_of_restored); !s || s->stage_class != StageClass::restored)
    top.fail("restoration.model_default_stage", top.line_of("stage_of_restored"), {m.stage_of_restored});
  read_stages_of_measures(top, m);
  read_stage_of_open_task(top, m);
  if (top.has("reference_words")) m.reference_words = words_of(top, "reference_words");
  if (top.has("site_headings")) m.site_headings = words_of(top, "site_headings");
  if (top.has("part_headings")) m.part_headings = words_of(top, "part_headings");
  if (top.has("telling_words")) m.telling_words = words_of(top, "telling_words");
  if (top.has("stage_headings")) m.stage_headings = words_of(top, "stage_headings");
  if (top.has("total_names")) m.total_names = words_of(top, "total_names");
  if (top.has("reserve_words")) m.reserve_words = words_of(top, "reserve_words");
  if (top.has("total_words")) m.total_words = words_of(top, "total_words");
  return m;
}

RestorationModel read_restoration_model(std::string const& directory) {
  auto const [text, file] = model_text(directory);
  return parse_restoration_model(text, file);
}

TableWords read_table_words(std::string const& directory) {
  auto const [text, file] = model_text(directory);
  auto const root = parsed(text, file);
  StrictTable const top(root, file, "restoration.toml", KEYS);
  auto const words = [&top = top](char const* key) {
    return top.has(key) ? words_of(top, key) : std::vector<std::string>{};
  };
  auto const own = own_model_text();
  auto const own_root = parsed(own.text, own.file);
  StrictTable const own_top(own_root, own.file, "restoration.toml", KEYS);
  auto const always = [&](char const* key) { return words_of(top.has(key) ? top : own_top, key); };
  return {words("empty_words"),    words("unaccepted_words"), words("unfinished_words"), words("standing_words"),
          words("footer_words"),   words("task_headings"),    words("unclosed_words"),   words("yes_words"),
          words("no_words"),       words("verdict_headings"), words("whole_words"),      words("county_endings"),
          words("group_endings"),  words("of_which_words"),   always("pass_words"),      always("pass_fillers"),
          always("doubt_words"),   always("harmless_words"),  always("bare_headings"),   always("plan_titles"),
          always("report_titles"), always("task_titles"),     always("of_which_marks")};
}

}  // namespace redline
