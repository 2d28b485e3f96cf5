// SPDX-License-Identifier: Apache-2.0
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <filesystem>

#include "engine/core/error.hpp"
#include "layers/explain/explained.hpp"
#include "layers/gdal/errors.hpp"

namespace redline {
namespace {

using Row = ExplainedRow;

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

class LedgerReader {
 public:
  explicit LedgerReader(std::string const& path) : m_ledger(path) {}

  ExplainedFile read(std::string const& id) {
    auto const q = as_sql(id);
    auto one = m_ledger.select("conflicts", "conflict_id = " + q);
    auto found = one.empty() ? activities("activity_id = " + q + " OR licence_no = " + q)
                             : activities("activity_id = " + as_sql(one.front()["activity_id"]));
    if (found.empty()) throw Error(ErrorKind::input, "explain.no_such_id", {id});
    ExplainedFile out;
    for (auto& r : m_ledger.select("run", "key = 'as_of'")) out.as_of = r["value"];
    for (auto& [activity, records] : found) out.found.push_back(explained(activity, std::move(records), one));
    return out;
  }

 private:
  // Records of activities by id; an id that occurs several times has several.
  std::map<std::string, std::vector<Row>> activities(std::string const& where) {
    std::map<std::string, std::vector<Row>> out;
    for (auto const* table : {"activity_areas", "activity_lines", "activity_points"})
      for (auto& a : m_ledger.select(table, where)) out[a["activity_id"]].push_back(a);
    return out;
  }

  Explained explained(std::string const& activity, std::vector<Row> records, std::vector<Row> const& one) {
    auto const its = "activity_id = " + as_sql(activity);
    Explained out;
    out.records = std::move(records);
    for (auto& c : one.empty() ? m_ledger.select("conflicts", its) : one) out.conflicts.push_back({c, about(c)});
    if (!m_ledger.select("findings", "code = 'crs.other_zone' AND feature = " + as_sql(activity)).empty())
      out.besides.push_back({"explain.other_zone", {}});
    if (!m_ledger.select("findings", "code = 'run.right_of_open_line' AND feature = " + as_sql(activity)).empty())
      out.besides.push_back({"explain.outline_open", {}});
    if (!m_ledger.select("findings", "code = 'run.ground_of_open_line' AND feature = " + as_sql(activity)).empty())
      out.besides.push_back({"explain.ground_open", {}});
    auto const other_place =
        "code = 'run.other_place' AND layer || ': ' || feature IN (SELECT layer FROM activity_checks WHERE " + its +
        ")";
    for (auto& f : m_ledger.select("findings", other_place))
      out.besides.push_back({"explain.other_place", {f["layer"] + ": " + f["feature"]}});
    auto const unusable = "rejected > 0 AND layer || ': ' || feature IN (SELECT layer FROM activity_checks WHERE " +
                          its + " AND result = 'not_checked')";
    for (auto& r : m_ledger.select("rows", unusable))
      out.besides.push_back({"explain.unusable_area", {r["layer"] + ": " + r["feature"], r["reason"]}});
    out.decisions = m_ledger.select("decisions", its + " AND area_id IS NULL");
    out.checks = m_ledger.select("activity_checks", its);
    out.balance = m_ledger.select("balance", its);
    return out;
  }

  // A decision may name the area by its id, or by that of the register.
  std::vector<Row> about(Row conflict) {
    auto const area = as_sql(conflict["area_id"]);
    return m_ledger.select("decisions", "activity_id = " + as_sql(conflict["activity_id"]) +
                                            " AND area_id IN (SELECT " + area +
                                            " UNION SELECT register_id FROM summary WHERE area_id = " + area + ")");
  }

  Ledger m_ledger;
};

}  // namespace

ExplainedFile explained_of_ledger(std::string const& path, std::string const& id) {
  LedgerReader reader(path);
  if (id.empty()) throw Error(ErrorKind::usage, "explain.no_id", {path});
  return reader.read(id);
}

}  // namespace redline
