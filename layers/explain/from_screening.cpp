// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>

#include "engine/core/error.hpp"
#include "layers/explain/explained.hpp"
#include "layers/report/figures.hpp"
#include "layers/screen/decisions_of_application.hpp"
#include "layers/screen/read_screening.hpp"

namespace redline {
namespace {

using Json = nlohmann::ordered_json;
using Row = ExplainedRow;

constexpr std::size_t IDS_SAID = 8;

struct NotAsWritten {  // edited by hand, or of an older version
  std::string key;
};

Json const& field(Json const& in, char const* key) {
  if (!in.is_object() || !in.contains(key)) throw NotAsWritten{key};
  return in[key];
}
std::string text(Json const& in, char const* key) {
  auto const& v = field(in, key);
  if (!v.is_string() && !v.is_null()) throw NotAsWritten{key};
  return v.is_null() ? std::string{} : v.get<std::string>();
}
std::string number(Json const& in, char const* key) {
  auto const& v = field(in, key);
  if (!v.is_number() && !v.is_null()) throw NotAsWritten{key};
  return v.is_null() ? std::string{} : fmt::format("{:.15g}", v.get<double>());
}
double amount(Json const& in, char const* key) {
  auto const said = number(in, key);
  return said.empty() ? 0 : std::stod(said);
}
bool flag(Json const& in, char const* key) {
  auto const& v = field(in, key);
  return v.is_boolean() ? v.get<bool>() : throw NotAsWritten{key};
}
Json const& list(Json const& in, char const* key) {
  auto const& v = field(in, key);
  return v.is_array() ? v : throw NotAsWritten{key};
}

std::string of_lines(Json const& lines, char const* key) {
  std::string out;
  for (auto const& line : lines)
    out += (out.empty() ? "" : "; ") + (line.is_string() ? line.get<std::string>() : throw NotAsWritten{key});
  return out;
}

Row conflict_row(Json const& c) {
  Row row;
  for (auto const* key : {"conflict_id", "area_id", "area_name", "zone", "verdict", "disposition", "certainty", "rung"})
    row[key] = text(c, key);
  for (auto const* key : {"overlap_m2", "overlap_share", "width_m"}) row[key] = number(c, key);
  if (row["overlap_share"].empty()) row["overlap_share"] = "0";  // of a contact
  for (auto const* key : {"draft", "schematic"}) row[key] = flag(c, key) ? "1" : "0";
  std::vector<std::string> clauses;
  for (auto const& rule : list(c, "rules")) {
    row["rule_ids"] += (row["rule_ids"].empty() ? "" : "; ") + text(rule, "id");
    auto const clause = text(rule, "clause");
    if (std::find(clauses.begin(), clauses.end(), clause) == clauses.end()) clauses.push_back(clause);
  }
  row["clauses"] = of_lines(clauses, "rules");
  row["trace"] = of_lines(list(c, "trace"), "trace");
  return row;
}

Row decision_row(Json const& d) {
  Row row;
  for (auto const* key : {"decision", "area_id", "document", "office", "decided_on", "expires_on"})
    row[key] = text(d, key);
  if (d.contains("about")) row["subject"] = subject_of(text(d, "about"), text(d, "area_id"), text(d, "area_name"));
  return row;
}

// Of the areas met those that a decision is about.
std::set<std::string> areas_of_decision(Json const& d) {
  if (!d.contains("met_area_ids")) return {text(d, "area_id")};  // of an older version
  std::set<std::string> out;
  for (auto const& id : list(d, "met_area_ids"))
    out.insert(id.is_string() ? id.get<std::string>() : throw NotAsWritten{"met_area_ids"});
  return out;
}

// What stands beside the conflicts, in the words of the screening itself.
std::vector<Message> besides(Json const& a) {
  std::vector<Message> out;
  auto const without = text(a, "verdict_without_draft");
  if (!without.empty() && without != text(a, "verdict"))
    out.push_back({"screen.say.without_draft", {"@verdict." + without}});
  if (!field(a, "rights").is_null())
    for (auto const& r : list(a, "rights")) {
      auto const id = text(r, "id"), name = text(r, "name");
      auto who = id;
      if (!name.empty() && name != id) who.append(" ").append(name);
      out.push_back({"screen.say.right." + text(r, "relation"),
                     {who, figures::m2(amount(r, "overlap_m2")), figures::percent(amount(r, "overlap_share")),
                      text(r, "mineral")}});
    }
  for (auto const& r : list(a, "reasons"))
    out.push_back({"explain.reason", {text(r, "text"), "@verdict." + text(r, "verdict")}});
  for (auto const& f : list(a, "findings"))
    if (auto const severity = text(f, "severity"); severity != "info")
      out.push_back({"screen.say." + severity, {text(f, "text")}});
  return out;
}

Row record(Json const& a) {
  auto const& area = field(a, "area");
  Row row{{"activity_id", text(a, "id")},
          {"activity_name", text(a, "name")},
          {"activity_kind", text(a, "kind")},
          {"verdict", text(a, "verdict")}};
  for (auto const* key : {"tdt1055_m2", "geodesic_m2", "planar_m2", "planar_meridian"})
    row[key] = flag(a, "repaired") ? "" : number(area, key);  // an invalid outline has none
  if (auto const& near = list(a, "nearest"); !near.empty() && list(a, "conflicts").empty()) {
    auto const name = text(near[0], "area_name");
    row["nearest_area_id"] = name.empty() ? text(near[0], "area_id") : name;
    row["nearest_m"] = number(near[0], "distance_m");
  }
  return row;
}

Row balance(Json const& a) {
  auto const whole = amount(field(a, "area"), "exact_m2"), in = amount(a, "overlap_total_m2"),
             out = amount(a, "outside_m2");
  return {{"unit", "m2"},
          {"whole", std::to_string(whole)},
          {"in_zones", std::to_string(in)},
          {"outside", std::to_string(out)},
          {"residue", std::to_string(whole - in - out)}};
}

bool is_of(Json const& a, std::string const& id) {
  return id.empty() || text(a, "id") == id || text(a, "licence_no") == id;
}

class ScreeningReader {
 public:
  ScreeningReader(std::string const& path, std::string const& id)
      : m_path(path), m_id(id), m_json(read_screening(path)) {}

  ExplainedFile read() {
    ExplainedFile out{text(m_json, "as_of"), {}};
    for (auto const& a : list(m_json, "applications"))
      if (auto of = explained(a)) out.found.push_back(std::move(*of));
    if (m_id.empty()) failed(out);
    if (out.found.empty()) throw Error(ErrorKind::input, "explain.no_such_application", {m_id, m_path, ids()});
    return out;
  }

 private:
  std::optional<Explained> explained(Json const& a) const {
    bool const whole = is_of(a, m_id);
    Explained out;
    std::set<std::string> areas;
    for (auto const* met : {"conflicts", "contacts"})
      for (auto const& c : list(a, met)) {
        auto row = conflict_row(c);
        areas.insert(row["area_id"]);
        if (!whole && row["conflict_id"] != m_id) continue;
        out.conflicts.push_back({std::move(row), {}});
      }
    if (!whole && out.conflicts.empty()) return std::nullopt;
    out.head = {{"explain.application", {text(a, "file"), "@action." + text(a, "action"), text(m_json, "as_of")}}};
    out.records = {record(a)};
    out.besides = besides(a);
    out.balance = {balance(a)};
    decisions(a, areas, out);
    return out;
  }

  // A decision that names the area of a conflict stands at it; all others, whatever they name, with the application.
  static void decisions(Json const& a, std::set<std::string> const& areas, Explained& out) {
    for (auto const& d : list(a, "decisions")) {
      auto const row = decision_row(d);
      auto const about = areas_of_decision(d);
      bool const met = std::any_of(about.begin(), about.end(), [&](auto const& id) { return areas.contains(id); });
      if (!met) out.decisions.push_back(row);
      for (auto& c : out.conflicts)
        if (about.contains(c.row["area_id"])) c.decisions.push_back(row);
    }
  }

  void failed(ExplainedFile& out) const {
    for (auto const& f : list(m_json, "failed")) {
      Explained of;
      of.head = {{"screen.batch_failed", {text(f, "file"), text(f, "text")}}};
      out.found.push_back(std::move(of));
    }
  }

  std::string ids() const {
    std::string out;
    auto const& all = list(m_json, "applications");
    for (std::size_t i = 0; i < std::min(IDS_SAID, all.size()); ++i) out += (i ? ", " : "") + text(all[i], "id");
    return all.size() > IDS_SAID ? out + ", …" : out;
  }

  std::string const& m_path;
  std::string const& m_id;
  Json m_json;
};

}  // namespace

ExplainedFile explained_of_screening(std::string const& path, std::string const& id) try {
  return ScreeningReader(path, id).read();
} catch (NotAsWritten const& e) {
  throw Error(ErrorKind::input, "explain.edited", {path, e.key});
}

}  // namespace redline
