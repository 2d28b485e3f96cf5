// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/parted_rings.hpp"

#include <algorithm>

#include "layers/corners/corner_number.hpp"
#include "layers/corners/ring_area.hpp"

namespace redline {
namespace {

using Rings = std::vector<CornerRing>;
using Partings = std::vector<Parting>;

constexpr double SLIVERS = 0.5;  // of one ring

bool same_places(Partings const& a, Partings const& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](auto const& x, auto const& y) { return x.at == y.at; });
}

std::vector<RingRun> split(RingRun const& run, Partings const& at) {
  std::vector<RingRun> out;
  for (std::size_t i = 0; i <= at.size(); ++i) {
    auto const from = i == 0 ? 0 : at[i - 1].at, to = i == at.size() ? run.ring.corners.size() : at[i].at;
    auto& piece = out.emplace_back();
    piece.ring.mark = run.ring.mark, piece.ring.said_hole = run.ring.said_hole;
    piece.ring.corners.assign(run.ring.corners.begin() + static_cast<std::ptrdiff_t>(from),
                              run.ring.corners.begin() + static_cast<std::ptrdiff_t>(to));
    for (auto cut : run.cuts)
      if (cut.at > from && cut.at < to) cut.at -= from, piece.cuts.push_back(cut);
  }
  out.front().ring.title = run.ring.title;
  out.back().ring.passed = run.ring.passed, out.back().ring.closed = run.ring.closed;
  return out;
}

// A prefix that comes only once, and is no corner put in behind another one (3, 3-1, 3-2).
bool begins_prefix(RingRun const& run, std::size_t at) {
  auto const& corners = run.ring.corners;
  auto const prefix_of = [](Corner const& c) { return corner_number(c.name).prefix; };
  auto const before = prefix_of(corners[at - 1]), now = prefix_of(corners[at]);
  auto const here = corners.begin() + static_cast<std::ptrdiff_t>(at);
  if (!now.empty() && now.starts_with(corners[at - 1].name)) return false;
  return std::none_of(corners.begin(), here, [&](auto const& c) { return prefix_of(c) == now; }) &&
         std::none_of(here, corners.end(), [&](auto const& c) { return prefix_of(c) == before; });
}

// Those between blocks that may be rings.
Partings countable(RingRun const& run) {
  Partings out;
  for (auto const& p : run.partings)
    if (p.by != PartedBy::prefix || begins_prefix(run, p.at)) out.push_back(p);
  auto const size_before = [&](std::size_t i) {
    return (i == out.size() ? run.ring.corners.size() : out[i].at) - (i == 0 ? 0 : out[i - 1].at);
  };
  for (std::size_t i = 0; i <= out.size() && !out.empty();) {
    if (size_before(i) >= FEWEST_CORNERS)
      ++i;
    else
      out.erase(out.begin() + static_cast<std::ptrdiff_t>(i == 0 ? 0 : i - 1)), i = 0;
  }
  return out;
}

// 1-, Ⅱ-, IV-
bool numbers_part(std::string prefix) {
  if (!prefix.ends_with('-')) return false;
  prefix.pop_back();
  return prefix.starts_with("\xE2\x85") || prefix.find_first_not_of("0123456789IVX") == std::string::npos;
}

struct Reading {
  Partings at;
  Rings rings;
  bool sound() const { return std::all_of(rings.begin(), rings.end(), redline::sound); }
};

class Readings {
 public:
  Readings(RingRun const& run, Rings const& others, SaidOfRings const& said)
      : m_run(&run), m_others(&others), m_said(&said), m_all(reading(countable(run))), m_one(reading({})) {
    Partings strong;
    std::copy_if(m_all.at.begin(), m_all.at.end(), std::back_inserter(strong), is_strong);
    m_strong = reading(strong);
  }

  PartedRuns work() const {
    if (m_all.at.empty() || m_run->ring.closed) return made(m_one, false);
    if (auto const* r = fitting()) return made(*r, false);
    auto const& usual = m_strong.at.empty() || only_slivers() ? m_one : m_strong;
    if (usual.sound() || !best_of_others(usual)) return made(usual, true);
    return made(*best_of_others(usual), true);
  }

 private:
  Reading reading(Partings at) const {
    Reading out;
    for (auto const& piece : split(*m_run, at))
      for (auto& ring : choose_rings(piece, {}, {})) out.rings.push_back(std::move(ring));
    out.at = std::move(at);
    return out;
  }

  // Where the usual reading crosses itself.
  Reading const* best_of_others(Reading const& usual) const {
    for (auto const* r : {&m_all, &m_one})
      if (!same_places(r->at, usual.at) && r->sound()) return r;
    return nullptr;
  }

  Reading const* fitting() const {
    Reading const* fit = nullptr;
    for (auto const* r : {&m_one, &m_strong, &m_all}) {
      if (!fits(*r) || (fit != nullptr && same_places(fit->at, r->at))) continue;
      if (fit != nullptr) return nullptr;
      fit = r;
    }
    return fit;
  }

  bool fits(Reading const& r) const {
    auto rings = *m_others;
    rings.insert(rings.end(), r.rings.begin(), r.rings.end());
    return fits_area(rings, *m_said);
  }

  PartedRuns made(Reading const& r, bool doubtful) const {
    PartedRuns out;
    auto runs = split(*m_run, r.at);
    for (std::size_t i = 0; i < runs.size(); ++i)
      out.runs.push_back({std::move(runs[i]), i == 0 ? std::nullopt : std::optional(r.at[i - 1]), {}});
    for (auto const& p : m_run->partings) judge(p, r, doubtful, out);
    return out;
  }

  void judge(Parting const& p, Reading const& r, bool doubtful, PartedRuns& out) const {
    auto const holds = [&](Partings const& all) {
      return std::any_of(all.begin(), all.end(), [&](auto const& q) { return q.at == p.at; });
    };
    bool const parts = holds(r.at);
    auto const& corner = m_run->ring.corners[p.at];
    auto const index = std::count_if(r.at.begin(), r.at.end(), [&](auto const& q) { return q.at <= p.at; });
    auto const doubt = [&](char const* code) {
      out.runs[static_cast<std::size_t>(index)].doubts.push_back({code, corner.line, corner.name});
    };
    if (parts && doubtful && !is_strong(p)) return doubt("corner.block_apart");
    bool const side = may_be_side(p) && m_one.sound();
    if (parts && doubtful && p.by == PartedBy::prefix && (side || runs_on(p.at))) return doubt("corner.block_prefix");
    if (!parts && doubtful && holds(m_all.at) && p.by != PartedBy::page) return doubt("corner.block_joined");
    if (!parts && p.by != PartedBy::page) out.passed.push_back(p);
  }

  // 1-1, Ⅰ-1 are corners of parts; 北1, A1 may be those of the sides of one ring.
  bool may_be_side(Parting const& p) const {
    auto const part = [&](std::size_t i) { return numbers_part(corner_number(m_run->ring.corners[i].name).prefix); };
    return p.by == PartedBy::prefix && !(part(p.at) && part(p.at - 1));
  }

  bool only_slivers() const {
    auto const sides =
        std::all_of(m_strong.at.begin(), m_strong.at.end(), [&](auto const& p) { return may_be_side(p); });
    if (!sides || !m_one.sound()) return false;
    double parts = 0, one = 0;
    for (auto const& r : m_strong.rings) parts += m2_in_own_numbers(r);
    for (auto const& r : m_one.rings) one += m2_in_own_numbers(r);
    return parts < SLIVERS * one;
  }

  bool runs_on(std::size_t at) const {
    auto const& corners = m_run->ring.corners;
    return corner_number(corners[at].name).value == corner_number(corners[at - 1].name).value + 1;
  }

  RingRun const* m_run;
  Rings const* m_others;
  SaidOfRings const* m_said;
  Reading m_all, m_one, m_strong;  // at all partings, at none, at the strong ones
};

}  // namespace

PartedRuns part_run(RingRun const& run, Rings const& others, SaidOfRings const& said) {
  if (run.partings.empty()) return {{{run, {}, {}}}, {}};
  return Readings(run, others, said).work();
}

}  // namespace redline
