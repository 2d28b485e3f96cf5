// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/several_corners.hpp"

#include <algorithm>
#include <cmath>

#include "layers/corners/corner_row.hpp"
#include "layers/corners/corner_text.hpp"
#include "layers/corners/page_words.hpp"

namespace redline {
namespace {

using Row = std::vector<std::string>;

constexpr std::size_t TRIPLE = 3, TWO_TRIPLES = 6, TWO_PAIRS = 4;
constexpr double DATUMS_M = 300, DATUMS_DEGREES = 0.005;  // one corner on two datums is nearer than that
constexpr double OTHER_ZONE_M = 50000, LEAST_METRES = 100000, ZONE = 1e6;

std::vector<ListedCorner> by_blocks(int line, Row const& all, CornerColumns const& columns) {
  std::vector<ListedCorner> out;
  if (std::any_of(all.begin(), all.end(), is_deducted)) return out;
  for (auto const& b : columns.blocks) {
    auto const &name = all[b.name], &first = all[b.first], &second = all[b.second];
    if (name.empty() && first.empty() && second.empty()) continue;
    if (!is_name(name) || !two_numbers(first, second)) return {};
    out.push_back(listed_corner(line, name, "", first, second));
  }
  return out;
}

struct Apart {
  double x, y;
};

bool in_metres(double a, double b) { return std::abs(a) >= LEAST_METRES && std::abs(b) >= LEAST_METRES; }

// Without the numbers of zones.
double apart(double a, double b) {
  return in_metres(a, b) ? std::abs(std::fmod(a, ZONE) - std::fmod(b, ZONE)) : std::abs(a - b);
}

// Zones of other meridians are far from each other.
bool no_datum_explains(Apart d, bool metres) {
  if (!metres) return std::max(d.x, d.y) > DATUMS_DEGREES;
  return std::max(d.x, d.y) > DATUMS_M && std::max(d.x, d.y) < OTHER_ZONE_M;
}

}  // namespace

std::vector<ListedCorner> several_corners(int line, Row const& cells, Row const& all,
                                          std::optional<CornerColumns> const& columns) {
  if (columns && columns->compares) return {};
  if (columns && columns->repeats && !columns->blocks.empty() && all.size() == columns->cells)
    if (auto out = by_blocks(line, all, *columns); !out.empty()) return out;
  if (!holds_several(cells)) return {};
  bool const east_first = columns && columns->repeats && columns->second < columns->first;
  std::vector<ListedCorner> out;
  for (std::size_t i = 0; i < cells.size(); i += TRIPLE)
    out.push_back(listed_corner(line, cells[i], "", cells[i + (east_first ? 2 : 1)], cells[i + (east_first ? 1 : 2)]));
  return out;
}

CornerBlock const& block_of(CornerColumns const& columns, Row const& all) {
  return *std::find_if(columns.blocks.begin(), columns.blocks.end(),
                       [&](auto const& b) { return !all[b.name].empty(); });
}

bool holds_several(Row const& cells) {
  if (cells.size() < TWO_TRIPLES || cells.size() % TRIPLE != 0) return false;
  for (std::size_t i = 0; i < cells.size(); i += TRIPLE)
    if (!is_name(cells[i]) || !two_numbers(cells[i + 1], cells[i + 2])) return false;
  return true;
}

bool lacks_numbers(Row const& cells) {
  auto const from = cells.size() % 2;
  if (cells.size() < TWO_PAIRS || (from == 1 && !is_name(cells[0]))) return false;
  for (auto i = from; i < cells.size(); i += 2)
    if (!is_coordinate_pair(cells[i], cells[i + 1])) return false;
  return true;
}

bool far_apart(CornerColumns const& columns, Row const& all) {
  if (columns.compares || columns.pairs.size() < 2) return false;
  auto const value = [&](std::size_t i) { return number_of_cell(narrow(all[i])); };
  auto const a = value(columns.pairs[0].first), b = value(columns.pairs[0].second);
  return std::any_of(columns.pairs.begin() + 1, columns.pairs.end(), [&](CoordinatePair const& other) {
    auto const c = value(other.first), d = value(other.second);
    bool const alike = other.order == columns.pairs[0].order && a && b && c && d;
    if (!alike || in_metres(*a, *b) != in_metres(*c, *d)) return false;  // metres beside degrees: one corner twice
    return no_datum_explains({apart(*a, *c), apart(*b, *d)}, in_metres(*a, *c));
  });
}

}  // namespace redline
