// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/ring_choice.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "engine/core/error.hpp"
#include "engine/geometry/validity.hpp"
#include "layers/corners/containment.hpp"
#include "layers/corners/corner_number.hpp"

namespace redline {
namespace {

using Rings = std::vector<CornerRing>;

constexpr double CHOICE_FITS = 1e-3;           // of the declared one
constexpr double LAST_PACKED_DEGREE = 1.36e6;  // packed ones, too: no metres

Rings pieces(RingRun const& run, bool all_cuts) {
  Rings out(1);
  auto cut = run.cuts.begin();
  auto const& from = run.ring;
  for (std::size_t i = 0; i < from.corners.size(); ++i) {
    if (cut != run.cuts.end() && cut->at == i)
      if (bool const here = cut++->first_again || all_cuts; here) out.emplace_back();
    out.back().corners.push_back(from.corners[i]);
  }
  for (auto& r : out) r.mark = from.mark, r.said_hole = from.said_hole;
  out.back().passed = from.passed, out.back().closed = from.closed;
  return out;
}

bool whole(Rings const& rings) {
  return std::all_of(rings.begin(), rings.end(), [](auto const& r) { return r.corners.size() >= FEWEST_CORNERS; });
}

bool is_sound(Rings rings) {
  try {
    Parcel parcel;
    parcel.rings = std::move(rings);
    return whole(parcel.rings) && !defect(build(closed_rings(parcel)));
  } catch (GeometryError const&) {
    return false;
  }
}

// Each number once, without a gap.
bool is_complete(CornerRing const& ring) {
  std::set<long> numbers;
  auto const prefix = corner_number(ring.corners.front().name).prefix;
  for (auto const& c : ring.corners) {
    auto const n = corner_number(c.name);
    if (n.value < 0 || n.prefix != prefix || !numbers.insert(n.value).second) return false;
  }
  return *numbers.rbegin() - *numbers.begin() + 1 == static_cast<long>(numbers.size());
}

class Choice {
 public:
  Choice(RingRun const& run, Rings const& others, SaidOfRings const& said)
      : m_run(&run), m_others(&others), m_said(&said), m_one{run.ring}, m_hard(pieces(run, false)) {
    if (auto all = pieces(run, true); whole(all)) m_all = std::move(all);
  }

  Rings work() {
    if (m_run->ring.closed) return m_one;
    if (m_said->one) return m_hard;
    if (auto by_area = fitting()) return std::move(*by_area);
    if (m_hard.size() > 1) return anew();
    return m_all.empty() ? m_one : back();
  }

 private:
  // The only reading with the declared area.
  std::optional<Rings> fitting() const {
    if (!m_said->area_m2 || !whole(*m_others)) return std::nullopt;
    std::vector<Rings const*> fit;
    for (auto const* rings : {&m_one, &m_hard, &m_all})
      if (!rings->empty() && whole(*rings) && fits(*rings) && (fit.empty() || fit.back()->size() != rings->size()))
        fit.push_back(rings);
    return fit.size() == 1 ? std::optional(*fit[0]) : std::nullopt;
  }

  bool fits(Rings const& rings) const {
    Parcel parcel;
    parcel.rings = *m_others;
    parcel.rings.insert(parcel.rings.end(), rings.begin(), rings.end());
    auto const& c = parcel.rings.front().corners.front();
    if (std::max(std::abs(c.x), std::abs(c.y)) < LAST_PACKED_DEGREE || !is_sound(parcel.rings)) return false;
    auto const m2 = build(closed_rings(parcel)).planar_area();
    return std::abs(m2 / *m_said->area_m2 - 1) <= CHOICE_FITS ||
           (m_said->other_m2 && std::abs(m2 / *m_said->other_m2 - 1) <= CHOICE_FITS);
  }

  // The count has a closing corner for each ring.
  bool counted(Rings const& rings) const {
    std::size_t n = rings.size() + m_others->size();
    for (auto const* all : {&rings, m_others})
      for (auto const& r : *all) n += r.corners.size();
    return m_said->corners && *m_said->corners == static_cast<int>(n);
  }

  Rings marked(Rings rings, Guess guess) const {
    auto& ring = rings.size() > 1 ? rings[1] : rings[0];
    ring.guess = guess, ring.guess_line = m_run->ring.corners[m_run->cuts.front().at].line;
    return rings;
  }

  // The first number came again, at another place.
  Rings anew() const {
    bool const plain = m_all.empty() || std::all_of(m_hard.begin(), m_hard.end(), is_complete);
    if (!plain) return marked(m_all, Guess::apart);
    bool const sure = !whole(m_hard) || counted(m_hard) || !is_sound(m_one);
    return sure ? m_hard : marked(m_hard, Guess::apart);
  }

  Rings back() const {
    if (counted(m_all) && is_sound(m_all)) return m_all;
    if (!is_sound(m_one) && is_sound(m_all)) return marked(m_all, Guess::apart);
    bool const gap = m_run->cuts.front().gap;
    return is_complete(m_run->ring) && !gap ? m_one : marked(m_one, Guess::one);
  }

  RingRun const* m_run;
  Rings const* m_others;
  SaidOfRings const* m_said;
  Rings m_one, m_hard, m_all;  // m_all: nothing where a piece would be too short
};

}  // namespace

Rings choose_rings(RingRun const& run, Rings const& others, SaidOfRings const& said) {
  if (run.cuts.empty()) return {run.ring};
  return Choice(run, others, said).work();
}

}  // namespace redline
