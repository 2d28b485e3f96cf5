// SPDX-License-Identifier: Apache-2.0
#include "layers/verify/compare_tables.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <variant>

#include "engine/core/hash.hpp"
#include "engine/core/interrupt.hpp"
#include "layers/write/ledger_schema.hpp"

namespace redline {
namespace {

struct Blob {
  std::string bytes;
  auto operator<=>(Blob const&) const = default;
};
using Value = std::variant<std::monostate, double, std::string, Blob>;
using Row = std::vector<Value>;

constexpr std::size_t HASH_SHOWN = 12;

std::vector<std::string> key_of(std::string const& table) {
  static std::map<std::string, std::vector<std::string>> const KEYS{
      {"basemap", {"area_layer", "area_id", "zone"}},
      {"findings", {"layer", "feature", "code"}},
      {"proximity", {"activity_layer", "activity_id", "occurrence", "area_layer", "area_id", "zone", "reason"}},
      {"rights_overlaps",
       {"activity_layer", "activity_id", "occurrence", "other_layer", "other_id", "other_occurrence"}},
      {"layers_checked", {"layer"}},
      {"rows", {"layer", "feature"}},
      {"summary", {"area_id", "zone", "activity_kind"}},
      {"decisions", {"activity_id", "area_id", "document"}},
      {"run", {"key"}}};
  if (auto const it = KEYS.find(table); it != KEYS.end()) return it->second;
  if (table.starts_with("conflict_")) return {"conflict_id"};
  return {"activity_layer", "activity_id", "occurrence"};
}

std::string shown(Value const& v) {
  if (auto const* d = std::get_if<double>(&v)) return fmt::format("{}", *d);
  if (auto const* s = std::get_if<std::string>(&v)) return *s;
  if (auto const* b = std::get_if<Blob>(&v))
    return fmt::format("{} B {}", b->bytes.size(), sha256_hex(b->bytes).substr(0, HASH_SHOWN));
  return "NULL";
}

// The rows of one table in order of their key, group by group of equal keys.
class Rows {
 public:
  Rows(Database& db, TableSpec const& table, std::vector<std::string> const& columns,
       std::vector<std::string> const& key)
      : m_statement(db.prepare(select(table, columns, key))), m_columns(columns.size()), m_key(key.size()) {
    advance();
  }
  std::optional<Row> key() const {
    if (!m_next) return std::nullopt;
    return Row(m_next->begin(), m_next->begin() + static_cast<std::ptrdiff_t>(m_key));
  }
  std::vector<Row> group() {
    std::vector<Row> out;
    auto const first = key();
    while (m_next && key() == first) {
      out.push_back(std::move(*m_next));
      advance();
    }
    return out;
  }

 private:
  static std::string select(TableSpec const& table, std::vector<std::string> const& columns,
                            std::vector<std::string> const& key) {
    std::string names, order;
    for (auto const& k : key) names += sql_name(k) + ", ", order += sql_name(k) + ", ";
    for (auto const& c : columns) names += sql_name(c) + ", ";
    return "SELECT " + names + "0 FROM " + sql_name(table.name) + " ORDER BY " + order + sql_name(table.key);
  }
  void advance() {
    m_next.reset();
    if (!m_statement.step()) return;
    auto& row = m_next.emplace();
    for (std::size_t i = 0; i < m_key + m_columns; ++i) row.push_back(column(static_cast<int>(i)));
  }
  Value column(int i) const {
    switch (m_statement.column_type(i)) {
      case Statement::Type::null:
        return {};
      case Statement::Type::number:
        return *m_statement.column_real(i);
      case Statement::Type::text:
        return std::string(m_statement.column_text(i));
      case Statement::Type::blob:
        break;
    }
    auto const b = m_statement.column_blob(i);
    return Blob{std::string(b.begin(), b.end())};
  }

  Statement m_statement;
  std::size_t m_columns, m_key;
  std::optional<Row> m_next;
};

class TableComparison {
 public:
  TableComparison(TableSpec const& table, std::set<std::string> const& settled, Verification& out)
      : m_table(table), m_settled(settled), m_out(out), m_key(key_of(table.name)) {
    for (auto const& c : table.columns) m_columns.push_back(c.name);
    if (table.spatial()) m_columns.emplace_back("geom");
  }

  void run(Database& file, Database& recomputed) {
    Rows a(file, m_table, m_columns, m_key), b(recomputed, m_table, m_columns, m_key);
    while (a.key() || b.key()) {
      throw_if_interrupted();
      auto const ka = a.key(), kb = b.key();
      auto const in_file = ka && (!kb || *ka <= *kb), in_new = kb && (!ka || *kb <= *ka);
      group(in_file ? a.group() : std::vector<Row>{}, in_new ? b.group() : std::vector<Row>{});
    }
    ++m_out.tables;
  }

 private:
  void group(std::vector<Row> a, std::vector<Row> b) {
    m_out.rows += std::max(a.size(), b.size());
    if (a == b) return;
    if (a.size() > 1 || b.size() > 1) take_out_equal(a, b);
    auto const pairs = std::min(a.size(), b.size());
    for (std::size_t i = 0; i < pairs; ++i) values(a[i], b[i]);
    for (auto i = pairs; i < a.size(); ++i) whole(DifferenceKind::only_in_file, a[i]);
    for (auto i = pairs; i < b.size(); ++i) whole(DifferenceKind::only_recomputed, b[i]);
  }

  static void take_out_equal(std::vector<Row>& a, std::vector<Row>& b) {
    std::map<Row, long> surplus;
    for (auto const& r : b) ++surplus[r];
    std::erase_if(a, [&](Row const& r) {
      auto const it = surplus.find(r);
      return it != surplus.end() && it->second > 0 && it->second-- > 0;
    });
    std::vector<Row> rest;
    for (auto it = b.rbegin(); it != b.rend(); ++it)  // the last ones of each kind stay
      if (auto& n = surplus[*it]; n > 0) --n, rest.push_back(*it);
    b.assign(rest.rbegin(), rest.rend());
  }

  std::string name(Row const& r) const {
    std::string out;
    for (std::size_t i = 0; i < m_key.size(); ++i)
      if (auto const text = shown(r[i]); text != "NULL" && !text.empty()) out += (out.empty() ? "" : " · ") + text;
    return out;
  }

  void values(Row const& a, Row const& b) {
    if (m_table.name == "run" && m_settled.count(shown(a.front())) > 0) return;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
      auto const at = m_key.size() + i;
      if (a[at] == b[at]) continue;
      m_out.differences.push_back(
          {DifferenceKind::value, m_table.name, name(a), m_columns[i], shown(a[at]), shown(b[at])});
    }
  }

  void whole(DifferenceKind kind, Row const& r) {
    if (m_table.name == "run" && m_settled.count(shown(r.front())) > 0) return;
    m_out.differences.push_back({kind, m_table.name, name(r), "", "", ""});
  }

  TableSpec const& m_table;
  std::set<std::string> const& m_settled;
  Verification& m_out;
  std::vector<std::string> m_columns, m_key;
};

std::string definition(Database& db, std::string const& view) {
  auto sql = db.prepare("SELECT type, sql FROM sqlite_master WHERE name = ?1");
  sql.text(1, view);
  return sql.step() ? std::string(sql.column_text(0)) + " " + std::string(sql.column_text(1)) : std::string{};
}

}  // namespace

void compare_ledgers(Database& file, Database& recomputed, std::set<std::string> const& settled, Verification& out) {
  for (auto const& table : ledger_tables())
    if (table.name != "layer_styles") TableComparison(table, settled, out).run(file, recomputed);
  for (auto const& view : ledger_views()) {
    auto const then = definition(file, view.shown.name), now = definition(recomputed, view.shown.name);
    if (then != now)
      out.differences.push_back(
          {DifferenceKind::value, view.shown.name, "–", "SQL", shown(Blob{then}), shown(Blob{now})});
  }
}

}  // namespace redline
