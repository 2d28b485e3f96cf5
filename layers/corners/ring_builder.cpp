// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/ring_builder.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "layers/corners/corner_number.hpp"

namespace redline {
namespace {

// A closing corner surveyed or typed anew: nearer than this to the first one of the same name. 5 cm, and as much in
// degrees and in seconds of packed degrees, whose numbers end at 1,360,000.
constexpr double SAME_PLACE_M = 0.05, SAME_PLACE_DEGREES = 5e-7, SAME_PLACE_SECONDS = 0.0018;
constexpr double LAST_DEGREE = 360, LAST_PACKED = 1.36e6;

bool same_place(Corner const& a, Corner const& b) { return a.x == b.x && a.y == b.y; }

bool nearly_same_place(Corner const& a, Corner const& b) {
  auto const magnitude = std::max(std::abs(a.x), std::abs(a.y));
  auto const limit = magnitude <= LAST_DEGREE   ? SAME_PLACE_DEGREES
                     : magnitude <= LAST_PACKED ? SAME_PLACE_SECONDS
                                                : SAME_PLACE_M;
  return std::abs(a.x - b.x) <= limit && std::abs(a.y - b.y) <= limit;
}

bool not_above(Corner const& corner, Corner const& first) {
  auto const now = corner_number(corner.name), before = corner_number(first.name);
  return now.value >= 0 && before.value >= 0 && now.prefix == before.prefix && now.value <= before.value;
}

bool same_number(Corner const& a, Corner const& b) { return not_above(a, b) && not_above(b, a); }

bool changes_prefix(Corner const& corner, CornerRing const& ring) {
  auto const now = corner_number(corner.name), last = corner_number(ring.corners.back().name);
  return now.value >= 0 && last.value >= 0 && now.prefix != last.prefix;
}

bool goes_on(Corner const& corner, CornerRing const& ring) {
  auto const now = corner_number(corner.name), last = corner_number(ring.corners.back().name);
  return now.follows(last);
}

}  // namespace

void RingBuilder::repeat(Corner const& corner, char const* why) {
  if (corner.x != 0 || corner.y != 0) m_ring.passed.push_back(corner.name);
  m_book->ignore(corner.line, why, {std::to_string(corner.line), corner.name});
  m_book->find(why, Severity::warning, corner.line, {corner.name});
}

Corner const& RingBuilder::first_of_piece() const { return m_ring.corners[m_cuts.empty() ? 0 : m_cuts.back().at]; }

bool RingBuilder::comes_back(Corner const& corner, Corner const& first) {
  bool const exact = same_place(corner, first);
  if (!exact && (corner.name != first.name || !nearly_same_place(corner, first))) return false;
  if (!exact) m_book->find("corner.closed_nearly", Severity::warning, corner.line, {corner.name});
  if (corner.name != first.name)
    m_book->find("corner.closed_renamed", Severity::info, corner.line, {corner.name, first.name});
  return true;
}

bool RingBuilder::close(Corner const& corner) {
  if (m_ring.corners.size() < 3) return false;
  if (!comes_back(corner, m_ring.corners.front())) {
    auto const at = start_of_block();
    if (at == 0 || m_ring.corners.size() - at < 3 || !comes_back(corner, m_ring.corners[at])) return false;
    part_piece(at);
  }
  m_closed = m_ring.closed = true;
  m_ring.passed.push_back(corner.name);
  m_book->use(corner.line);
  return true;
}

std::size_t RingBuilder::start_of_block() const {
  return std::max(m_cuts.empty() ? 0 : m_cuts.back().at, m_partings.empty() ? 0 : m_partings.back().at);
}

// The corners from the last cut or parting on are a ring.
void RingBuilder::part_piece(std::size_t start) {
  auto const at = m_ring.corners.begin() + static_cast<std::ptrdiff_t>(start);
  CornerRing piece = m_ring;
  piece.corners.assign(at, m_ring.corners.end());
  m_ring.corners.erase(at, m_ring.corners.end());
  piece.title.clear();
  if (!m_cuts.empty() && m_cuts.back().at == start) m_cuts.pop_back();
  if (!m_partings.empty() && m_partings.back().at == start) {
    if (m_partings.back().by == PartedBy::title) piece.title = m_partings.back().title;
    m_partings.pop_back();
  }
  if (!m_ring.mark.empty())
    m_book->find("corner.ring_restarts", Severity::warning, piece.corners.front().line, {m_ring.mark});
  m_runs.push_back({std::exchange(m_ring, std::move(piece)), std::exchange(m_cuts, {}), std::exchange(m_partings, {})});
}

// Whether a new ring begins there cannot be told yet.
bool RingBuilder::goes_back(Corner const& corner) {
  bool const again = same_number(corner, m_ring.corners.front()), again_here = same_number(corner, first_of_piece());
  if (m_closed || !m_zeros.empty() || (m_gap > 0 && (again || again_here))) return false;
  if (!again && !not_above(corner, first_of_piece())) return false;
  m_cuts.push_back({m_ring.corners.size(), again, m_gap > 0});
  return true;
}

void RingBuilder::begin_if_due(Corner const& corner, std::string const& mark) {
  if (m_ring.corners.empty()) return;
  bool const other_mark = mark != m_ring.mark;
  if (!other_mark && !(m_next && m_next->by >= PartedBy::column) && goes_back(corner)) return;
  bool const again = !m_closed && not_above(corner, first_of_piece());
  bool const behind_gap = (m_gap > 0 || (m_next && m_next->by >= PartedBy::column)) && !goes_on(corner, m_ring);
  if (!m_printed && m_gap > 0 && !other_mark && !m_closed && !again && !behind_gap)
    m_book->find("corner.gap", Severity::warning, m_gap, {corner.name});
  if (!other_mark && !m_closed && !again && !behind_gap) return;
  if (!other_mark && !mark.empty()) m_book->find("corner.ring_restarts", Severity::warning, corner.line, {mark});
  end_ring();
}

// A number that goes on behind a ring that came back is another ring, too.
bool RingBuilder::begins_anew(Corner const& corner, bool may_go_on) const {
  if (m_ring.corners.empty() || nearly_same_place(corner, m_ring.corners.front())) return false;
  if (m_closed) return !may_go_on || !goes_on(corner, m_ring);
  auto const now = corner_number(corner.name), first = corner_number(m_ring.corners.front().name);
  if (now.value < 0 || (may_go_on && now.prefix != first.prefix)) return false;
  return now.value == first.value || same_number(corner, first_of_piece());
}

bool RingBuilder::comes_to_first(Corner const& corner) const {
  return m_ring.corners.empty() || nearly_same_place(corner, m_ring.corners.front());
}

bool RingBuilder::may_begin_at_first(Corner const& corner) const {
  if (m_ring.corners.size() < 3 || corner_number(corner.name).value < 0) return false;
  return nearly_same_place(corner, m_ring.corners.front()) && !goes_on(corner, m_ring);
}

void RingBuilder::fail_pending_zeros() {
  for (auto const& zero : m_zeros) m_book->fail(zero.line, "corner.zero_inside");
  m_zeros.clear();
}

void RingBuilder::add(Corner const& corner, std::string const& mark) {
  if (corner.x == 0 && corner.y == 0) return m_zeros.push_back(corner);
  end_where_parted(corner);
  bool const same_ring = !m_ring.corners.empty() && mark == m_ring.mark;
  if (m_closed && same_ring && m_gap == 0 && same_place(corner, m_ring.corners.front()))
    return repeat(corner, "corner.repeated");
  bool const may_close = same_ring && !m_closed && m_zeros.empty();
  if (may_close && close(corner)) return;
  if (may_close && same_place(corner, m_ring.corners.back())) return repeat(corner, "corner.repeated");
  begin_if_due(corner, mark);
  fail_pending_zeros();
  m_gap = 0;
  take_parting(corner);
  m_ring.mark = mark;
  m_ring.corners.push_back(corner);
  m_book->use(corner.line);
}

void RingBuilder::gap(int line) {
  if (m_ring.corners.empty()) return;
  if (m_gap == 0) m_gap = line;
  part(line, PartedBy::gap);
}

void RingBuilder::part(int line, PartedBy by, std::string title) {
  if (!m_printed || m_ring.corners.empty() || (m_next && m_next->by >= by)) return;
  m_next = Parting{0, by, std::move(title), line};
}

void RingBuilder::page() {
  if (!m_ring.corners.empty()) m_page = true;
}

void RingBuilder::deduct(int line, bool begins, std::string const& title) {
  if (m_runs.empty() && m_ring.corners.empty()) return;
  m_deduct = begins;
  m_next = Parting{0, PartedBy::title, title, line};
}

void RingBuilder::end_where_parted(Corner const& corner) {
  if (m_printed && !m_closed && !m_ring.corners.empty() && changes_prefix(corner, m_ring))
    part(corner.line, PartedBy::prefix);
  auto const deduct = std::exchange(m_deduct, std::nullopt);
  bool const over = m_ring.said_hole.value_or(false) && m_next && m_next->by >= PartedBy::column;
  if (!deduct && !over) return;
  auto next = std::exchange(m_next, std::nullopt);
  end_ring();
  m_ring.said_hole = deduct.value_or(false) ? std::optional(true) : std::nullopt;
  if (deduct.value_or(false))
    m_book->find("corner.ring_deducted", Severity::info, corner.line, {next ? next->title : std::string()});
  else if (!deduct && next->by == PartedBy::title)
    m_ring.title = next->title;
}

// The corner is not in the ring yet.
void RingBuilder::take_parting(Corner const& corner) {
  bool const page = std::exchange(m_page, false);
  auto next = std::exchange(m_next, std::nullopt);
  if (m_ring.corners.empty()) {
    if (next && next->by == PartedBy::title) m_ring.title = next->title;
    return;
  }
  if (next) {
    if (page && next->by == PartedBy::gap) next->by = PartedBy::page;
    next->at = m_ring.corners.size();
    m_partings.push_back(std::move(*next));
  } else if (!m_printed && changes_prefix(corner, m_ring)) {
    m_book->find("corner.prefix_changes", Severity::warning, corner.line, {m_ring.corners.back().name, corner.name});
  }
}

void RingBuilder::end_ring() {
  for (auto const& zero : m_zeros) repeat(zero, "corner.sentinel");
  m_zeros.clear();
  if (m_ring.corners.empty()) return;
  m_runs.push_back({std::exchange(m_ring, {}), std::exchange(m_cuts, {}), std::exchange(m_partings, {})});
  m_closed = false;
  m_gap = 0;
}

void RingBuilder::keep(CornerRing ring, bool restarts, std::vector<CornerRing>& rings) {
  auto const& first = ring.corners.front();
  if (restarts && !ring.mark.empty()) m_book->find("corner.ring_restarts", Severity::warning, first.line, {ring.mark});
  if (ring.corners.size() < 3) {
    for (auto const& c : ring.corners) m_book->fail(c.line, "corner.ring_short", {std::to_string(ring.corners.size())});
    return;
  }
  if (!ring.closed) m_book->find("corner.unclosed", Severity::info, ring.corners.back().line, {first.name});
  rings.push_back(std::move(ring));
}

// What parts a ring from the one before, said without doubt.
void RingBuilder::say_block(PartedRun const& block) {
  auto const& first = block.run.ring.corners.front();
  if (!block.doubts.empty() || !block.by) return;
  if (block.by->by == PartedBy::column)
    m_book->find("corner.ring_by_title", Severity::info, first.line, {block.by->title});
  if (block.by->by < PartedBy::column) m_book->find("corner.ring_by_block", Severity::info, first.line, {first.name});
}

void RingBuilder::say_passed(RingRun const& run, Parting const& passed) {
  auto const &corner = run.ring.corners[passed.at], &before = run.ring.corners[passed.at - 1];
  if (passed.by == PartedBy::prefix)
    m_book->find("corner.prefix_changes", Severity::warning, corner.line, {before.name, corner.name});
  else
    m_book->find("corner.gap", Severity::warning, passed.line, {corner.name});
}

std::vector<CornerRing> RingBuilder::finish(SaidOfRings const& said) {
  end_ring();
  m_next.reset(), m_deduct.reset();
  auto const runs = std::exchange(m_runs, {});
  std::vector<CornerRing> rings;
  for (auto run = runs.begin(); run != runs.end(); ++run) {
    bool const open = !run->cuts.empty() || !run->partings.empty();
    auto others = open ? rings : std::vector<CornerRing>{};
    if (open)
      for (auto later = run + 1; later != runs.end(); ++later) others.push_back(later->ring);
    auto parted = part_run(*run, others, said);
    for (auto const& passed : parted.passed) say_passed(*run, passed);
    bool const one = parted.runs.size() == 1;
    for (auto& block : parted.runs) {
      say_block(block);
      auto chosen = choose_rings(block.run, others, one ? said : SaidOfRings{});
      bool const titled = block.by && block.by->by == PartedBy::title;
      chosen.front().title = titled ? block.by->title : block.run.ring.title;
      chosen.front().doubts = block.doubts;
      bool restarts = false;
      for (auto& ring : chosen) keep(std::move(ring), std::exchange(restarts, true), rings);
    }
  }
  return rings;
}

}  // namespace redline
