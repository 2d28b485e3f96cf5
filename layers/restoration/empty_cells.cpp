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

class Row {
 public:
  Row(RowValues const& v, TableWords const& words, RestorationModel const& model, bool has_geometry)
      : m_values(v), m_words(words), m_model(model), m_polygon(has_geometry) {}

  bool empty(Meaning m, std::string const& cell) const {
    if (among(m_words.empty, cell)) return true;
    if (area_of_nothing(cell)) return nothing_done(m);
    if (among(m_words.unclosed, cell) && (m == M_STATUS || m == M_PROGRESS)) return true;
    if (m == M_DEADLINE) return among(m_words.standing, cell);
    if (!no_day(cell, m_words)) return false;
    if (m == M_DATE) return true;
    if (m == M_ACCEPTED_ON) return nothing(M_ACCEPTED_AREA) && nothing(M_ACCEPTED_SUM) && nothing(M_ACCEPTED_INCREMENT);
    return (m == M_ACCEPTED_AREA || m == M_ACCEPTED_SUM || m == M_ACCEPTED_INCREMENT) && nothing(M_ACCEPTED_ON);
  }

 private:
  bool nothing(Meaning m) const {
    auto const& v = m_values[m];
    auto const with_unit = [&](auto const& w) {  // of its column
      return v.starts_with(w) && unit_of(v.substr(w.size())).has_value();
    };
    auto const any = [&](std::vector<std::string> const& words) {
      return among(words, v) || std::any_of(words.begin(), words.end(), with_unit);
    };
    return v.empty() || area_of_nothing(v) || any(m_words.empty) || any(m_words.unaccepted) || any(m_words.unfinished);
  }
  bool nothing_done(Meaning m) const {
    if (!m_values[M_REPLACES].empty()) return false;
    switch (m) {
      case M_VALUE:
        return area() && !(m_polygon && m_values[M_STAGE].empty() && m_values[M_STATUS].empty());
      case M_ACCEPTED_AREA:
      case M_ACCEPTED_SUM:
        return nothing(M_ACCEPTED_ON);
      case M_ACCEPTED_INCREMENT:
        return nothing(M_ACCEPTED_ON) || !nothing(M_ACCEPTED_SUM);
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

bool finished(Stage const* s) { return s && s->stage_class >= StageClass::restored && !s->returns; }

}  // namespace

bool area_of_nothing(std::string const& cell) {
  constexpr char FULL_WIDTH = '\xEF';
  if (cell.empty() || (cell.front() != '0' && cell.front() != FULL_WIDTH)) return false;
  auto const number = take_apart(cell).number;
  return !number.empty() && number.find_first_not_of("0.") == std::string::npos;
}

bool no_day(std::string const& cell, TableWords const& words) {
  return among(words.unfinished, cell) || among(words.unaccepted, cell);
}

bool lower_unfinished(RowValues& v, std::string const& day, TableWords const& words, RestorationModel const& model,
                      bool has_geometry) {
  if (!no_day(day, words)) return false;
  auto const* stage = model.stage(v[M_STAGE]);
  bool const waits = among(words.unaccepted, day);
  if (stage) {
    if (!finished(stage) || (waits && stage->stage_class == StageClass::restored)) return false;
    v[M_STAGE] = waits || model.stage_of_open_task.empty() ? model.stage_of_restored : model.stage_of_open_task;
    return true;
  }
  bool const work = has_geometry || !v[M_VALUE].empty() || !v[M_INCREMENT].empty() || !v[M_CUMULATIVE].empty();
  bool const of_work = v[M_MEASURE].empty() || model.measure(v[M_KIND], v[M_MEASURE]).quantity == Quantity::restored;
  if (!work || !of_work || !v[M_STAGE].empty() || !v[M_REPLACES].empty()) return false;
  if (!finished(model.stage(model.usual_stage(v[M_MEASURE]))) || model.stage_of_open_task.empty()) return false;
  v[M_STAGE] = model.stage_of_open_task;
  return true;
}

bool blank_empty_cells(std::vector<std::string>& cells, RowValues const& values, RowColumns const& columns,
                       TableWords const& words, RestorationModel const& model, bool has_geometry) {
  Row const row(values, words, model, has_geometry);
  std::vector<std::size_t> empty;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    auto const& cell = cells[i];
    if (!area_of_nothing(cell) && !among(words.empty, cell) && !no_day(cell, words) && !among(words.standing, cell) &&
        !among(words.unclosed, cell))
      continue;
    auto const m = columns.meaning_at(i);
    if (m != MEANING_COUNT && row.empty(static_cast<Meaning>(m), cells[i])) empty.push_back(i);
  }
  for (auto const i : empty) cells[i].clear();
  return !empty.empty();
}

}  // namespace redline
