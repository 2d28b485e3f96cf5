// SPDX-License-Identifier: Apache-2.0
#include "layers/read/whole_names.hpp"

#include <algorithm>
#include <utility>

#include "layers/read/cut_names.hpp"
#include "layers/read/field_names.hpp"

namespace redline {
namespace {

struct Reading {
  Meanings meanings;
  std::vector<std::string> names;
};

struct OpenColumn {
  std::size_t column;
  std::vector<Reading> readings, left;  // all that it may be; what is left of them
  Cells values;
};

bool any_sign(Meanings const& m) { return std::any_of(m.begin(), m.end(), has_sign); }

class WholeNames {
 public:
  WholeNames(std::vector<FieldInfo> const& fields, std::vector<KnownName> const& known, Given const& given,
             ColumnValues const& values, Findings& findings)
      : m_fields(fields), m_known(known), m_given(given), m_values(values), m_findings(findings) {}

  std::vector<std::string> run() {
    sort_out();
    take_values();
    settle_same();
    settle_open();
    settle_days();
    tell();
    return std::move(m_names);
  }

 private:
  // Exact names stand; of the cut ones those with one meaning wait for others that may be the same.
  void sort_out() {
    for (std::size_t i = 0; i < m_fields.size(); ++i) {
      auto const bare = bare_name(m_fields[i].name);
      auto readings = m_given.columns.count(i) ? std::vector<Reading>{} : readings_of(i, bare);
      m_names.push_back(m_fields[i].begin.empty() ? bare : "");
      if (readings.empty()) continue;
      m_names.back().clear();
      auto& to = readings.size() == 1 ? m_certain[readings.front().meanings] : m_open;
      to.push_back({i, readings, readings, {}});
    }
  }

  std::vector<Reading> readings_of(std::size_t i, std::string const& bare) {
    auto const exact = std::find_if(m_known.begin(), m_known.end(), [&](auto const& k) { return k.name == bare; });
    if (m_fields[i].begin.empty() && exact != m_known.end()) return m_taken.insert(exact->meanings), Readings{};
    Readings out;
    for (auto const& k : m_known) {
      if (!begins(m_fields[i], k.name)) continue;
      auto same = std::find_if(out.begin(), out.end(), [&](auto const& r) { return r.meanings == k.meanings; });
      if (same == out.end()) same = out.insert(out.end(), {k.meanings, {}});
      same->names.push_back(k.name);
    }
    return out;
  }

  void take_values() {
    std::vector<OpenColumn*> asked;
    for (auto& o : m_open) asked.push_back(&o);
    for (auto& [meanings, columns] : m_certain)
      if (columns.size() > 1 && any_sign(meanings))
        for (auto& o : columns) asked.push_back(&o);
    if (asked.empty() || !m_values) return;
    std::vector<std::size_t> columns;
    columns.reserve(asked.size());
    for (auto const* o : asked) columns.push_back(o->column);
    auto values = m_values(columns);
    for (std::size_t i = 0; i < asked.size(); ++i) asked[i]->values = std::move(values[i]);
  }

  void settle_same() {
    for (auto& [meanings, columns] : m_certain) {
      auto fitting = columns;
      if (columns.size() > 1 && any_sign(meanings))
        std::erase_if(fitting, [&m = meanings](auto const& o) { return blank(o.values) || !fits(m, o.values); });
      bool const first = fitting.size() == 1 || !any_sign(meanings);
      if (fitting.size() != 1 && !is_given(meanings)) tell_of_same(columns, !first);
      if (first) take(fitting.front(), fitting.front().readings.front());
    }
    for (auto const& m : m_given.settled) m_taken.insert({m});
  }

  void settle_open() {
    for (auto& o : m_open)
      std::erase_if(o.left, [&](auto const& r) { return blank(o.values) || !fits(r.meanings, o.values); });
    for (bool changed = true; std::exchange(changed, false);)
      for (auto& o : m_open) {
        if (!m_names[o.column].empty()) continue;
        std::erase_if(o.left, [&](auto const& r) { return m_taken.count(r.meanings) > 0; });
        if (o.left.size() != 1) continue;
        take(o, Reading(o.left.front()));
        changed = true;
      }
  }

  void settle_days() {
    std::vector<OpenColumn*> days;
    for (auto& o : m_open)
      if (m_names[o.column].empty() && o.left.size() == 2 && reading(o, "valid_from") && reading(o, "valid_to"))
        days.push_back(&o);
    if (days.size() == 1) settle_end(*days.front());
    if (days.size() != 2) return;
    if (mostly_before(days[1]->values, days[0]->values)) std::swap(days[0], days[1]);
    if (!mostly_before(days[0]->values, days[1]->values)) return;
    take(*days[0], Reading(*reading(*days[0], "valid_from")));
    take(*days[1], Reading(*reading(*days[1], "valid_to")));
  }

  // Days that all lie a year and more behind the issue of the licence are ends.
  void settle_end(OpenColumn const& o) {
    static std::set<std::string> const ISSUED{"签发时间", "qfsj", "发证日期", "fzrq"};
    for (std::size_t i = 0; m_values && i < m_names.size(); ++i)
      if (ISSUED.count(m_names[i]) && a_year_behind(o.values, m_values({i}).front()))
        return take(o, Reading(*reading(o, "valid_to")));
  }

  static Reading const* reading(OpenColumn const& o, char const* meaning) {
    for (auto const& r : o.left)
      if (r.meanings == Meanings{meaning}) return &r;
    return nullptr;
  }

  static bool fits(Meanings const& meanings, Cells const& values) {
    return std::all_of(meanings.begin(), meanings.end(), [&](auto const& m) { return looks_like(m, values); });
  }

  bool is_given(Meanings const& meanings) const {
    return std::all_of(meanings.begin(), meanings.end(), [&](auto const& m) { return m_given.meanings.count(m) > 0; });
  }

  void take(OpenColumn const& o, Reading const& r) {
    m_names[o.column] = r.names.front();
    m_taken.insert(r.meanings);
    auto& said = o.readings.size() > 1 ? m_by_values : m_read;
    said += (said.empty() ? "" : ", ") + m_fields[o.column].name + " = " + r.names.front();
  }

  void tell_of_same(std::vector<OpenColumn> const& columns, bool none) {
    std::vector<std::string> fields;
    fields.reserve(columns.size());
    for (auto const& o : columns) fields.push_back(m_fields[o.column].name);
    auto const& r = columns.front().readings.front();
    m_findings.push_back({none ? "read.cut_same" : "read.cut_first",
                          Severity::warning,
                          "",
                          "",
                          {listed(fields), listed(r.names), fields.front(), r.meanings.front()}});
  }

  void tell() {
    for (auto const& [code, text] : {std::pair("read.cut_names", m_read), std::pair("read.cut_by_values", m_by_values)})
      if (!text.empty()) m_findings.push_back({code, Severity::info, "", "", {text}});
    for (auto const& o : m_open) {
      bool const given =
          std::all_of(o.readings.begin(), o.readings.end(), [&](auto const& r) { return is_given(r.meanings); });
      if (!m_names[o.column].empty() || given || (m_values && blank(o.values))) continue;
      std::vector<std::string> names;
      for (auto const& r : o.readings) names.insert(names.end(), r.names.begin(), r.names.end());
      auto const& first = o.readings.front();
      m_findings.push_back({"read.cut_open",
                            Severity::warning,
                            "",
                            "",
                            {m_fields[o.column].name, listed(names), first.meanings.front(), first.names.front()}});
    }
  }

  using Readings = std::vector<Reading>;
  std::vector<FieldInfo> const& m_fields;
  std::vector<KnownName> const& m_known;
  Given const& m_given;
  ColumnValues const& m_values;
  Findings& m_findings;
  std::vector<std::string> m_names;
  std::map<Meanings, std::vector<OpenColumn>> m_certain;
  std::vector<OpenColumn> m_open;
  std::set<Meanings> m_taken;
  std::string m_read, m_by_values;
};

}  // namespace

std::vector<std::string> whole_names(std::vector<FieldInfo> const& fields, std::vector<KnownName> const& known,
                                     Given const& given, ColumnValues const& values, Findings& findings) {
  return WholeNames(fields, known, given, values, findings).run();
}

}  // namespace redline
