// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/headings_again.hpp"

#include <algorithm>
#include <optional>

#include "layers/corners/corner_row.hpp"
#include "layers/corners/two_row_heading.hpp"

namespace redline {
namespace {

using Cells = std::vector<std::string>;

struct Group {
  std::size_t name, first, second;
  std::size_t last() const { return std::max({name, first, second}); }
  std::size_t width() const { return last() - std::min({name, first, second}) + 1; }
  Group moved(std::size_t by) const { return {name + by, first + by, second + by}; }
};

bool has_corner(Cells const& row, Group const& g) {
  return g.last() < row.size() && is_name(row[g.name]) && is_coordinate_pair(row[g.first], row[g.second]);
}

// Corners of one list are numbered in one way: not 5 and 井1, ZK1.
bool numbered_alike(std::string const& a, std::string const& b) {
  auto const prefix = [](std::string const& name) { return name.substr(0, name.find_first_of("0123456789")); };
  return prefix(corner_name(a)) == prefix(corner_name(b));
}

std::optional<TwoRowHeading> heading_at(std::vector<Cells> const& rows, std::size_t r) {
  if (std::any_of(rows[r].begin(), rows[r].end(), is_number)) return std::nullopt;
  return heading_below(r > 0 ? rows[r - 1] : Cells{}, rows[r]);
}

std::optional<Group> only_group(TwoRowHeading const& h) {
  auto const& c = h.columns;
  if (c.name < 0 || c.repeats || !c.degrees.empty() || c.pairs.size() != 1) return std::nullopt;
  return Group{static_cast<std::size_t>(c.name), c.pairs[0].first, c.pairs[0].second};
}

class Again {
 public:
  explicit Again(std::vector<Cells>& rows) : m_rows(&rows) {}

  void work() {
    for (std::size_t r = 0; r < m_rows->size(); ++r)
      if (auto const h = heading_at(*m_rows, r)) {
        auto const g = only_group(*h);
        if (g) repeat(r, *h, *g);
      }
  }

 private:
  void repeat(std::size_t r, TwoRowHeading const& h, Group const& g) {
    auto const end = end_of_table(r + 1);
    auto& heading = (*m_rows)[r];
    for (auto by = g.width(); g.last() + by < heading.size();) {
      auto const other = g.moved(by);
      bool const here = bare(r, g, other) && stands_at(r + 1, end, g, other);
      if (here)
        for (auto [from, to] : {std::pair(g.name, other.name), {g.first, other.first}, {g.second, other.second}})
          heading[to] = h.cells[from];
      by += here ? g.width() : 1;
    }
  }

  // Nothing stands above its coordinates but what stands above those of the first group.
  bool bare(std::size_t r, Group const& g, Group const& other) const {
    auto const free = [&](std::size_t from, std::size_t to) {
      auto const above = [&](std::size_t i) { return r > 0 ? (*m_rows)[r - 1][i] : std::string{}; };
      return (*m_rows)[r][to].empty() && (above(to).empty() || above(to) == above(from));
    };
    return free(g.first, other.first) && free(g.second, other.second);
  }

  std::size_t end_of_table(std::size_t r) const {
    while (r < m_rows->size() && !heading_at(*m_rows, r)) ++r;
    return r;
  }

  // Rows that hold coordinates there have the number of a corner before them, each of them.
  bool stands_at(std::size_t from, std::size_t end, Group const& first, Group const& other) const {
    bool beside = false;
    for (auto r = from; r < end; ++r) {
      auto const& row = (*m_rows)[r];
      if (other.last() >= row.size() || !is_coordinate_pair(row[other.first], row[other.second])) continue;
      if (!has_corner(row, other)) return false;
      bool const both = has_corner(row, first);
      if (both && !numbered_alike(row[first.name], row[other.name])) return false;
      beside = beside || both;
    }
    return beside;
  }

  std::vector<Cells>* m_rows;
};

}  // namespace

std::vector<Cells> headings_again(std::vector<Cells> rows) {
  Again(rows).work();
  return rows;
}

}  // namespace redline
