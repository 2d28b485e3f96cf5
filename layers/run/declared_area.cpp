// SPDX-License-Identifier: Apache-2.0
#include "layers/run/declared_area.hpp"

#include <array>

#include "engine/restoration/amount.hpp"

namespace redline {
namespace {

struct InUnit {
  char const* meaning;
  double numerator, denominator;  // of m²
};
constexpr std::array<InUnit, 4> MEANINGS{
    {{"declared_m2", 1, 1}, {"declared_km2", 1e6, 1}, {"declared_ha", 1e4, 1}, {"declared_mu", 2000, 3}}};

std::optional<double> with_unit(std::string const& text) {
  constexpr int DECIMALS = 4;
  auto const said = take_apart(text);
  auto const unit = unit_of(said.unit);
  if (said.unit.empty() || !unit || unit->dimension != Dimension::area || said.at_least) return std::nullopt;
  auto const amount = parse_amount(said.number, *unit);
  return amount ? std::optional(amount->to_double(DECIMALS)) : std::nullopt;
}

}  // namespace

std::optional<double> declared_area_m2(Columns const& columns, RawFeature const& f, std::string const& layer,
                                       std::string const& id, Findings& findings) {
  std::optional<double> out;
  for (auto const& m : MEANINGS) {
    auto const text = columns.text(m.meaning, f);
    if (text.empty()) continue;
    auto const number = columns.number(m.meaning, f);
    auto const area = number ? std::optional(*number * m.numerator / m.denominator) : with_unit(text);
    if (area)
      out = area;
    else
      findings.push_back({"run.bad_area", Severity::warning, layer, id, {m.meaning, text}});
  }
  return out;
}

}  // namespace redline
