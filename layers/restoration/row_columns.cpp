// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/row_columns.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "engine/core/error.hpp"
#include "engine/restoration/amount.hpp"

namespace redline {
namespace {

constexpr std::size_t KNOWN_IN_HEADER = 3;

struct Heading {
  std::string name, unit;
};

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

Heading heading(std::string text) {
  for (auto const& [from, to] : std::initializer_list<std::pair<char const*, char const*>>{
           {"（", "("}, {"）", ")"}, {" ", ""}, {"\n", ""}, {"\ufeff", ""}})
    replace_all(text, from, to);
  auto const open = text.find('(');
  if (open == std::string::npos || text.back() != ')') return {text, ""};
  auto const inside = text.substr(open + 1, text.size() - open - 2);
  return unit_of(inside) ? Heading{text.substr(0, open), inside} : Heading{text, ""};
}

// 治理面积 says more than 面积.
bool more_specific(std::string const& name, std::string const& than) {
  return name.size() > than.size() && name.find(than) != std::string::npos;
}

std::size_t meaning_of(std::string const& name, RestorationModel const& model) {
  for (std::size_t m = 0; m < MEANING_COUNT; ++m) {
    auto const it = model.columns.find(MEANING_NAMES[m]);
    if (it != model.columns.end() && std::find(it->second.begin(), it->second.end(), name) != it->second.end())
      return m;
  }
  return MEANING_COUNT;
}

// A workbook keeps the item number 55.14 as 55.140000000000001.
std::string as_excel_shows(std::string const& text) {
  constexpr std::size_t SHOWN = 15;
  auto const point = text.find('.');
  if (point == std::string::npos || text.size() <= SHOWN + 1) return text;
  double value = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  bool const number = error == std::errc{} && end == text.data() + text.size();
  return number ? fmt::format("{:.15g}", value) : text;
}

bool bare_number(std::string const& text) { return !text.empty() && take_apart(text).unit.empty(); }

}  // namespace

bool RowColumns::is_header(std::vector<std::string> const& cells, RestorationModel const& model) {
  return static_cast<std::size_t>(std::count_if(cells.begin(), cells.end(), [&](auto const& c) {
           return !c.empty() && meaning_of(heading(c).name, model) != MEANING_COUNT;
         })) >= KNOWN_IN_HEADER;
}

RowColumns::RowColumns(std::vector<std::string> const& header, RestorationModel const& model,
                       std::map<std::string, std::string> const& given, std::string const& file) {
  recognise(header, model);
  apply(given, header, file);
}

void RowColumns::recognise(std::vector<std::string> const& header, RestorationModel const& model) {
  for (std::size_t i = 0; i < header.size(); ++i) {
    auto const h = heading(header[i]);
    auto const m = h.name.empty() ? static_cast<std::size_t>(MEANING_COUNT) : meaning_of(h.name, model);
    bool const taken = m != MEANING_COUNT && m_columns[m].index >= 0;
    if (m == MEANING_COUNT || (taken && !more_specific(h.name, heading(m_columns[m].heading).name))) {
      if (!h.name.empty()) m_unknown.push_back(header[i]);
      continue;
    }
    if (taken) m_unknown.push_back(m_columns[m].heading);
    m_columns[m] = {static_cast<int>(i), h.unit, "", header[i]};
  }
}

void RowColumns::apply(std::map<std::string, std::string> const& given, std::vector<std::string> const& header,
                       std::string const& file) {
  for (auto const& [meaning, text] : given) {
    auto const at = std::find(MEANING_NAMES.begin(), MEANING_NAMES.end(), meaning);
    if (at == MEANING_NAMES.end()) throw Error(ErrorKind::usage, "restoration.unknown_meaning", {meaning});
    auto& column = m_columns[static_cast<std::size_t>(at - MEANING_NAMES.begin())];
    column = {};
    if (!text.empty() && text.front() == '=') {
      column.constant = text.substr(1);
      continue;
    }
    auto const it = std::find(header.begin(), header.end(), text);
    if (it == header.end()) throw Error(ErrorKind::input, "restoration.no_column", {file, text, meaning});
    column.index = static_cast<int>(it - header.begin());
    column.unit = heading(text).unit;
    column.heading = text;
    m_unknown.erase(std::remove(m_unknown.begin(), m_unknown.end(), text), m_unknown.end());
  }
}

bool RowColumns::known(std::size_t column) const {
  return std::any_of(m_columns.begin(), m_columns.end(),
                     [&](Column const& c) { return c.index == static_cast<int>(column); });
}

bool RowColumns::figure(std::size_t column) const {
  constexpr std::array FIGURES{M_VALUE, M_INCREMENT, M_CUMULATIVE, M_ACCEPTED_AREA, M_REQUIRED, M_DISTURBED, M_VOLUME};
  return std::any_of(FIGURES.begin(), FIGURES.end(),
                     [&](Meaning m) { return m_columns[m].index == static_cast<int>(column); });
}

RowValues RowColumns::values(std::vector<std::string> const& cells) const {
  RowValues out;
  for (std::size_t m = 0; m < MEANING_COUNT; ++m) {
    auto const& c = m_columns[m];
    if (c.index < 0) {
      out[m] = c.constant;
      continue;
    }
    auto const i = static_cast<std::size_t>(c.index);
    if (i < cells.size()) out[m] = cells[i];
    if (!c.unit.empty() && m != M_VALUE && bare_number(out[m])) out[m] += c.unit;
  }
  // The column of units serves the figures that have none of their own.
  auto const unit = unit_of(out[M_UNIT]);
  for (auto const m : {M_INCREMENT, M_CUMULATIVE, M_ACCEPTED_AREA, M_REQUIRED, M_DISTURBED, M_VOLUME})
    if (unit && bare_number(out[m]) && (unit->dimension == Dimension::volume) == (m == M_VOLUME)) out[m] += out[M_UNIT];
  for (auto const m : {M_ID, M_ITEM}) out[m] = as_excel_shows(out[m]);
  if (out[M_UNIT].empty() && bare_number(out[M_VALUE])) out[M_UNIT] = m_columns[M_VALUE].unit;
  return out;
}

}  // namespace redline
