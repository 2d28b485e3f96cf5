// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "engine/rules/parse.hpp"

namespace redline::rules {
namespace {

bool is_number(std::string const& id) {
  return std::all_of(id.begin(), id.end(), [](unsigned char c) { return std::isdigit(c) != 0; });
}

// A policy has no clauses: it is printed as a policy requirement, never as an article. A convention is a sentence.
ClauseText clause_text(TomlReader const& r, std::string const& instrument, std::string const& kind, Note const& name) {
  auto const id = r.text("id");
  auto label = r.note("label");
  if (!label && (kind == "policy" || !is_number(id))) r.fail("rules.missing_key", r.line(), {"label"});
  ClauseText text{instrument + "/" + id, {}, {}};
  if (kind == "policy") {
    text.zh = "政策要求：" + label->zh;
    text.en = "policy requirement: " + label->en;
  } else if (kind == "convention" && label) {
    text.zh = name.zh + "：" + label->zh;
    text.en = name.en + ": " + label->en;
  } else {
    text.zh = label ? name.zh + label->zh : fmt::format("{}第{}条", name.zh, id);
    text.en = label ? name.en + ", " + label->en : fmt::format("{}, art. {}", name.en, id);
  }
  return text;
}

Clause read_clause(TomlReader const& r, std::string const& instrument, std::string const& kind, Note const& name) {
  Clause clause;
  clause.text = clause_text(r, instrument, kind, name);
  clause.verified = r.flag("verified", false);
  r.text("source");
  if (!clause.verified) {
    clause.text.zh += "（法规文本未核实）";
    clause.text.en += " (legal text not verified)";
  }
  return clause;
}

void read_instrument(TomlReader const& r, Instruments& out) {
  auto const id = r.text("id");
  auto const kind = std::string(words(Vocabulary::instrument_kind)[r.word("kind", Vocabulary::instrument_kind)]);
  auto const name = r.required_note("name");
  auto const period = r.period();
  auto const clauses = r.tables("clause", {"id", "label", "verified", "source", "gist"});
  if (clauses.empty()) r.fail("rules.missing_key", r.line(), {"clause"});
  for (auto const& c : clauses) {
    out.clauses.push_back(read_clause(c, id, kind, name));
    out.clauses.back().period = period;
    if (!out.by_id.emplace(out.clauses.back().text.id, out.clauses.size() - 1).second)
      c.fail("rules.duplicate_id", c.line_of("id"), {out.clauses.back().text.id, "…"});
  }
}

}  // namespace

std::size_t Instruments::find(TomlReader const& at, std::string const& reference, long line) const {
  if (auto const it = by_id.find(reference); it != by_id.end()) return it->second;
  std::vector<std::string_view> known;
  for (auto const& [id, index] : by_id) known.push_back(id);
  at.fail("rules.unknown_clause", line, {reference, std::string(nearest_word(known, reference))});
}

Instruments read_instruments(TomlReader const& top) {
  Instruments out;
  std::map<std::string, long> seen;
  for (auto const& r : top.tables("instrument", {"id", "kind", "name", "from", "until", "clause"})) {
    auto const [it, fresh] = seen.emplace(r.text("id"), r.line());
    if (!fresh) r.fail("rules.duplicate_id", r.line_of("id"), {it->first, std::to_string(it->second)});
    read_instrument(r, out);
  }
  return out;
}

}  // namespace redline::rules
