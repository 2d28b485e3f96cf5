// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/empty_cells.hpp"

#include <algorithm>

#include "engine/restoration/amount.hpp"
#include "layers/restoration/task_rows.hpp"

namespace redline {
namespace {

bool among(std::vector<std::string> const& words, std::string const& cell) {
  return std::find(words.begin(), words.end(), cell) != words.end();
}

bool zero(std::string const& cell) {
  if (cell.empty() || cell.front() != '0') return false;
  auto const number = take_apart(cell).number;
  return !number.empty() && number.find_first_not_of("0.") == std::string::npos;
}

class Row {
 public:
  Row(RowValues const& v, TableWords const& words, RestorationModel const& model, bool has_geometry)
      : m_values(v), m_words(words), m_model(model), m_polygon(has_geometry) {}

  bool empty(Meaning m, std::string const& cell) const {
    if (among(m_words.empty, cell)) return true;
    if (zero(cell)) return nothing_done(m);
    if (among(m_words.unclosed, cell) && (m == M_STATUS || m == M_PROGRESS)) return true;
    if (!among(m_words.unaccepted, cell)) return false;
    if (m == M_ACCEPTED_ON) return nothing(M_ACCEPTED_AREA) && nothing(M_ACCEPTED_SUM);
    return (m == M_ACCEPTED_AREA || m == M_ACCEPTED_SUM) && nothing(M_ACCEPTED_ON);
  }

 private:
  bool nothing(Meaning m) const {
    auto const& v = m_values[m];
    return v.empty() || zero(v) || among(m_words.empty, v) || among(m_words.unaccepted, v) ||
           std::any_of(m_words.unaccepted.begin(), m_words.unaccepted.end(),
                       [&](auto const& w) { return v.starts_with(w); }) ||  // with the unit of its column behind it
           std::any_of(m_words.empty.begin(), m_words.empty.end(),
                       [&](auto const& w) { return v.starts_with(w) && unit_of(v.substr(w.size())).has_value(); });
  }
  bool nothing_done(Meaning m) const {
    if (!m_values[M_REPLACES].empty()) return false;
    switch (m) {
      case M_VALUE:
        return area() && !(m_polygon && m_values[M_STAGE].empty() && m_values[M_STATUS].empty());
      case M_ACCEPTED_AREA:
      case M_ACCEPTED_SUM:
        return nothing(M_ACCEPTED_ON);
      default:
        return m == M_INCREMENT || m == M_CUMULATIVE || m == M_REQUIRED || m == M_DISTURBED;
    }
  }
  bool area() const {
    if (m_values[M_MEASURE].empty()) return true;
    auto const q = m_model.measure(m_values[M_KIND], m_values[M_MEASURE]).quantity;
    return q == Quantity::restored || q == Quantity::required || q == Quantity::disturbed;
  }

  RowValues const& m_values;
  TableWords const& m_words;
  RestorationModel const& m_model;
  bool m_polygon;
};

}  // namespace

bool blank_empty_cells(std::vector<std::string>& cells, RowValues const& values, RowColumns const& columns,
                       TableWords const& words, RestorationModel const& model, bool has_geometry) {
  Row const row(values, words, model, has_geometry);
  std::vector<std::size_t> empty;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    bool const says =
        among(words.empty, cells[i]) || among(words.unaccepted, cells[i]) || among(words.unclosed, cells[i]);
    if (!zero(cells[i]) && !says) continue;
    auto const m = columns.meaning_at(i);
    if (m != MEANING_COUNT && row.empty(static_cast<Meaning>(m), cells[i])) empty.push_back(i);
  }
  for (auto const i : empty) cells[i].clear();
  return !empty.empty();
}

bool says_nothing(RowValues const& v, bool has_geometry) {
  constexpr std::array SAY{M_MEASURE, M_STATUS, M_TASK_STATE, M_REPLACES, M_DEADLINE};
  bool const other = std::any_of(SAY.begin(), SAY.end(), [&](Meaning m) { return !v[m].empty(); });
  return !other && !speaks_of_work(v, has_geometry);
}

}  // namespace redline
