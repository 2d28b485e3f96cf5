// SPDX-License-Identifier: Apache-2.0
#include "layers/explain/explain.hpp"

#include <fstream>

#include "engine/rules/judgement.hpp"
#include "layers/explain/explained.hpp"
#include "layers/report/figures.hpp"

namespace redline {
namespace {

using Row = ExplainedRow;

// No GeoPackage begins as JSON does.
bool holds_json(std::string const& path) {
  std::ifstream in(path, std::ios::binary);
  std::string start(3, '\0');
  in.read(start.data(), 3);
  if (start != "\xEF\xBB\xBF") in.clear(), in.seekg(0);
  char first = 0;
  return in >> first && (first == '{' || first == '[');
}

class Explanation {
 public:
  Explanation(ExplainedFile file, Language language) : m_file(std::move(file)), m_language(language) {}

  std::vector<std::string> lines() {
    for (auto& e : m_file.found) {
      for (auto const& m : e.head) m_lines.push_back(render_line(m, m_language));
      for (auto& a : e.records) describe(a);
      for (auto& c : e.conflicts) describe_conflict(c);
      for (auto const& m : e.besides) m_lines.push_back(render_line(m, m_language));
      for (auto& d : e.decisions) describe_decision(d);
      for (auto& c : e.checks) say("explain.check", {c["layer"], word("result", c["result"])});
      for (auto& b : e.balance) describe_balance(b);
    }
    say("cli.proposals", {});
    return std::move(m_lines);
  }

 private:
  void say(char const* key, std::vector<std::string> args) {
    m_lines.push_back(render(Message{key, std::move(args)}, m_language));
  }
  std::string word(std::string const& group, std::string const& w) const {
    return has_text(group + "." + w) ? render(group + "." + w, m_language) : w;
  }
  static std::string metres(Row& r, char const* key) {
    return r[key].empty() ? "–" : figures::metres(std::stod(r[key]));
  }
  static std::string percent(Row& r, char const* key) {
    return r[key].empty() ? "–" : figures::percent(std::stod(r[key]));
  }

  void describe(Row& a) {
    say("explain.activity", {a["activity_id"], a["activity_name"], word("activity_kind", a["activity_kind"]),
                             word("verdict", a["verdict"])});
    if (!a["tdt1055_m2"].empty())
      say("explain.areas",
          {metres(a, "tdt1055_m2"), metres(a, "geodesic_m2"), metres(a, "planar_m2"), a["planar_meridian"]});
    if (!a["nearest_m"].empty() && std::stod(a["nearest_m"]) > 0)
      say("explain.nearest", {a["nearest_area_id"], metres(a, "nearest_m")});
  }

  void describe_conflict(ExplainedConflict& conflict) {
    auto& c = conflict.row;
    auto const name = c["area_name"].empty() ? c["area_id"] : c["area_name"];
    say("explain.conflict",
        {c["conflict_id"], c["draft"] == "1" ? name + render("screen.draft_mark", m_language) : name,
         word("zone", c["zone"]), word("verdict", c["verdict"]), word("disposition", c["disposition"])});
    describe_size(c);
    if (c["schematic"] == "1") say("explain.schematic", {});
    if (!c["rule_ids"].empty()) say("explain.rules", {c["rule_ids"], c["clauses"]});
    say("explain.trace", {c["trace"]});
    for (auto& d : conflict.decisions) describe_decision(d);
  }

  void describe_size(Row& c) {
    auto const certainty = word("certainty", c["certainty"]);
    auto const rung = word("rung", c["rung"]);
    if (!c["overlap_m"].empty()) {
      say("explain.overlap_line", {metres(c, "overlap_m"), percent(c, "overlap_share"), certainty, rung});
    } else if (c["overlap_share"].empty()) {
      say("explain.overlap_point", {certainty, rung});
    } else {
      say("explain.overlap",
          {metres(c, "overlap_m2"), percent(c, "overlap_share"), metres(c, "width_m"), certainty, rung});
    }
  }

  void describe_decision(Row& d) {
    m_lines.push_back(
        render_line({"explain.decision",
                     {d["decision"], d["document"], d["office"], d["decided_on"], term(d["expires_on"]), d["subject"]}},
                    m_language));
  }
  // Days are ISO text, so they compare as text.
  std::string term(std::string const& expires_on) {
    if (expires_on.empty()) return render("explain.no_term", m_language);
    bool const over = !m_file.as_of.empty() && expires_on < m_file.as_of;
    return render(Message{over ? "explain.ran_out" : "explain.until", {expires_on}}, m_language);
  }

  void describe_balance(Row& b) {
    auto const amount = [&](char const* key) { return b["unit"] == "count" ? b[key] : metres(b, key); };
    say("explain.balance",
        {amount("whole"), amount("in_zones"), amount("outside"), amount("residue"), word("unit", b["unit"])});
  }

  ExplainedFile m_file;
  Language m_language;
  std::vector<std::string> m_lines;
};

}  // namespace

std::vector<std::string> explain(std::string const& path, std::string const& id, Language language) {
  auto file = holds_json(path) ? explained_of_screening(path, id) : explained_of_ledger(path, id);
  return Explanation(std::move(file), language).lines();
}

}  // namespace redline
