// SPDX-License-Identifier: Apache-2.0
#include "layers/explain/explain.hpp"

#include <fmt/format.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <filesystem>
#include <map>

#include "engine/core/error.hpp"
#include "layers/gdal/errors.hpp"

namespace redline {
namespace {

using Row = std::map<std::string, std::string>;

class Ledger {
 public:
  explicit Ledger(std::string const& path) : m_path(path) {
    GdalErrors errors;
    if (!std::filesystem::exists(path)) throw Error(ErrorKind::input, "read.missing", {path});
    m_ds.reset(GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY));
    if (!m_ds || !m_ds->GetLayerByName("conflicts") || !m_ds->GetLayerByName("run"))
      throw Error(ErrorKind::input, "explain.not_a_ledger", {path});
  }

  std::vector<Row> select(std::string const& table, std::string const& where) {
    GdalErrors errors;
    std::vector<Row> out;
    auto* layer = m_ds->ExecuteSQL(("SELECT * FROM " + table + " WHERE " + where).c_str(), nullptr, nullptr);
    if (!layer) throw Error(ErrorKind::input, "explain.not_a_ledger", {m_path});
    for (auto const& f : *layer) {
      Row row;
      for (int i = 0; i < f->GetFieldCount(); ++i)
        if (f->IsFieldSetAndNotNull(i)) row[f->GetFieldDefnRef(i)->GetNameRef()] = f->GetFieldAsString(i);
      out.push_back(std::move(row));
    }
    m_ds->ReleaseResultSet(layer);
    return out;
  }

 private:
  std::string m_path;
  GDALDatasetUniquePtr m_ds;
};

std::string as_sql(std::string const& text) {
  std::string out = "'";
  for (char c : text) out += c == '\'' ? std::string("''") : std::string(1, c);
  return out + "'";
}

class Explanation {
 public:
  Explanation(Ledger& ledger, Language language) : m_ledger(ledger), m_language(language) {}

  std::vector<std::string> of(std::string const& id) {
    auto const q = as_sql(id);
    auto one = m_ledger.select("conflicts", "conflict_id = " + q);
    auto const found = one.empty() ? activities("activity_id = " + q + " OR licence_no = " + q)
                                   : activities("activity_id = " + as_sql(one.front()["activity_id"]));
    if (found.empty()) throw Error(ErrorKind::input, "explain.no_such_id", {id});
    for (auto const& [activity, records] : found) {
      for (auto a : records) describe(a);
      auto const its = "activity_id = " + as_sql(activity);
      for (auto& c : one.empty() ? m_ledger.select("conflicts", its) : one) describe_conflict(c);
      describe_decisions(activity, "area_id IS NULL");
      for (auto& c : m_ledger.select("activity_checks", its))
        say("explain.check", {c["layer"], word("result", c["result"])});
      for (auto& b : m_ledger.select("balance", its)) describe_balance(b);
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
    if (r[key].empty()) return "–";
    auto const text = fmt::format("{:.2f}", std::stod(r[key]));
    return text == "-0.00" ? "0.00" : text;
  }
  static std::string percent(Row& r, char const* key) {
    return r[key].empty() ? "–" : fmt::format("{:.2f}", 100 * std::stod(r[key]));
  }

  // Records of activities by id; an id that occurs several times has several.
  std::map<std::string, std::vector<Row>> activities(std::string const& where) {
    std::map<std::string, std::vector<Row>> out;
    for (auto const* table : {"activity_areas", "activity_lines", "activity_points"})
      for (auto& a : m_ledger.select(table, where)) out[a["activity_id"]].push_back(a);
    return out;
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

  void describe_conflict(Row& c) {
    say("explain.conflict",
        {c["conflict_id"], c["area_name"].empty() ? c["area_id"] : c["area_name"], word("zone", c["zone"]),
         word("verdict", c["verdict"]), word("disposition", c["disposition"])});
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
    if (c["schematic"] == "1") say("explain.schematic", {});
    say("explain.rules", {c["rule_ids"], c["clauses"]});
    say("explain.trace", {c["trace"]});
    auto const area = as_sql(c["area_id"]);  // a decision may name the area by its id, or by that of the register
    describe_decisions(c["activity_id"], "area_id IN (SELECT " + area +
                                             " UNION SELECT register_id FROM summary WHERE area_id = " + area + ")");
  }
  void describe_decisions(std::string const& activity, std::string const& area) {
    for (auto& d : m_ledger.select("decisions", "activity_id = " + as_sql(activity) + " AND " + area))
      say("explain.decision", {d["decision"], d["document"], d["office"], d["decided_on"], term(d["expires_on"])});
  }
  // Days are ISO text, so they compare as text.
  std::string term(std::string const& expires_on) {
    if (expires_on.empty()) return render("explain.no_term", m_language);
    auto const as_of = m_ledger.select("run", "key = 'as_of'");
    bool const over = !as_of.empty() && expires_on < as_of.front().at("value");
    return render(Message{over ? "explain.ran_out" : "explain.until", {expires_on}}, m_language);
  }

  void describe_balance(Row& b) {
    auto const amount = [&](char const* key) { return b["unit"] == "count" ? b[key] : metres(b, key); };
    say("explain.balance",
        {amount("whole"), amount("in_zones"), amount("outside"), amount("residue"), word("unit", b["unit"])});
  }

  Ledger& m_ledger;
  Language m_language;
  std::vector<std::string> m_lines;
};

}  // namespace

std::vector<std::string> explain(std::string const& path, std::string const& id, Language language) {
  Ledger ledger(path);
  return Explanation(ledger, language).of(id);
}

}  // namespace redline
