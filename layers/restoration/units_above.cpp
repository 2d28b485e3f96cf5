// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/units_above.hpp"

#include "engine/restoration/amount.hpp"
#include "layers/corners/corner_text.hpp"

namespace redline {
namespace {

// Behind 单位 (面积单位, 计量单位): up to the next bracket or blank, one unit or several. 单位：公顷、万元;
// 面积单位：公顷； 方量单位：万m³; 填报单位：… names an office.
std::vector<std::string> units_named(std::string const& cell) {
  constexpr std::string_view LABEL = "单位:";
  auto text = narrow(cell);
  std::vector<std::string> out;
  for (auto at = text.find(LABEL); at != std::string::npos; at = text.find(LABEL)) {
    text = trimmed_text(text.substr(at + LABEL.size()));
    auto rest = text.substr(0, text.find_first_of(") \t\n"));
    for (std::string_view const mark : {"、", "，", ",", ";", "和"}) rest = replaced(rest, mark, "/");
    for (auto const& unit : split_at(rest.substr(0, rest.find(LABEL)), "/"))
      if (unit_of(unit)) out.push_back(unit);
  }
  return out;
}

bool bare(std::string const& figure) {
  auto const quoted = take_apart(figure);
  return !quoted.number.empty() && quoted.unit.empty();
}

}  // namespace

void UnitsAbove::read(std::vector<std::string> const& cells) {
  for (auto const& cell : cells)
    for (auto const& u : units_named(cell)) (unit_of(u)->dimension == Dimension::volume ? m_volume : m_area).insert(u);
}

std::string const& UnitsAbove::of(Dimension d) const {
  static std::string const none;
  auto const& units = d == Dimension::volume ? m_volume : m_area;
  return units.size() == 1 ? *units.begin() : none;
}

std::string UnitsAbove::text() const {
  auto const& area = of(Dimension::area);
  auto const& volume = of(Dimension::volume);
  return area + (area.empty() || volume.empty() ? "" : ", ") + volume;
}

int UnitsAbove::serve(RowValues& v, RestorationModel const& model) const {
  int served = 0;
  for (auto const m : FIGURES) {
    auto const& unit = of(m == M_VOLUME ? Dimension::volume : Dimension::area);
    if (m == M_VALUE || unit.empty() || !bare(v[m])) continue;
    v[m] += unit;
    ++served;
  }
  if (!v[M_UNIT].empty() || !bare(v[M_VALUE])) return served;
  bool const volume = model.measure(v[M_KIND], v[M_MEASURE]).quantity == Quantity::volume;
  v[M_UNIT] = of(volume ? Dimension::volume : Dimension::area);
  return served + (v[M_UNIT].empty() ? 0 : 1);
}

}  // namespace redline
