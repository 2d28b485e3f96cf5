// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/inside_parcels.hpp"

#include <algorithm>

#include "layers/corners/containment.hpp"
#include "layers/corners/corner_text.hpp"
#include "layers/corners/page_words.hpp"
#include "layers/corners/ring_area.hpp"

namespace redline {
namespace {

using Places = std::vector<std::size_t>;

constexpr double AREA_TELLS = 0.01;

class Insides {
 public:
  Insides(CornerList& list, SaidOfRings const& said, LineBook& book) : m_list(&list), m_said(&said), m_book(&book) {}

  void work() {
    for (std::size_t around = 0; around < m_list->parcels.size(); ++around) {
      auto const inside = inside_of(around);
      if (inside.empty()) continue;
      bool const whole = fits(at(around).rings);
      auto holes = deducted_by_area(around, inside);
      if (whole && holes.empty()) continue;
      if (whole) holes.clear();  // the area tells nothing
      for (auto const i : inside)
        if (holes.empty() && !names_own_range(at(i).name)) doubt(around, i);
      deduct(around, holes);
    }
  }

 private:
  Parcel& at(std::size_t i) { return m_list->parcels[i]; }

  // An area of few digits tells nothing.
  bool fits(std::vector<CornerRing> const& rings) const {
    return m_said->area_m2 && m_said->step_m2 / 2 <= AREA_TELLS * *m_said->area_m2 && fits_area(rings, *m_said);
  }

  Places inside_of(std::size_t around) {
    Places out;
    for (auto i = around + 1; i < m_list->parcels.size(); ++i) {
      auto const& rings = at(i).rings;
      if (at(i).below_text &&
          std::all_of(rings.begin(), rings.end(), [&](auto const& r) { return lies_in(r, at(around)); }))
        out.push_back(i);
    }
    return out;
  }

  // All of them, or the only one with which the area fits.
  Places deducted_by_area(std::size_t around, Places const& inside) {
    if (fits_without(around, inside)) return inside;
    Places out;
    for (auto const i : inside)
      if (fits(at(i).rings))
        return {};
      else if (fits_without(around, {i}))
        out.push_back(i);
    return out.size() == 1 ? out : Places{};
  }

  bool fits_without(std::size_t around, Places const& holes) {
    auto rings = at(around).rings;
    for (auto const i : holes) rings.insert(rings.end(), at(i).rings.begin(), at(i).rings.end());
    return fits(rings);
  }

  void doubt(std::size_t around, std::size_t inside) {
    auto const& first = at(inside).rings.front().corners.front();
    RingDoubt const one{"corner.inside_unsaid", first.line, first.name};
    for (auto const i : {around, inside}) at(i).rings.front().doubts.push_back(one);
  }

  void deduct(std::size_t around, Places const& holes) {
    for (auto i = holes.rbegin(); i != holes.rend(); ++i) {
      auto const inside = std::move(at(*i));
      m_book->find("corner.ring_by_area", Severity::info, inside.line, {shortened(inside.name)});
      for (auto ring : inside.rings) ring.said_hole = true, at(around).rings.push_back(std::move(ring));
      m_list->parcels.erase(m_list->parcels.begin() + static_cast<std::ptrdiff_t>(*i));
      for (auto later = *i; later < m_list->parcels.size(); ++later) --at(later).number;
    }
  }

  CornerList* m_list;
  SaidOfRings const* m_said;
  LineBook* m_book;
};

}  // namespace

void look_at_insides(CornerList& list, SaidOfRings const& said, LineBook& book) { Insides(list, said, book).work(); }

}  // namespace redline
