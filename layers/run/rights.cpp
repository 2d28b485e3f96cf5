// SPDX-License-Identifier: Apache-2.0
#include "layers/run/rights.hpp"

#include <iterator>
#include <tuple>
#include <utility>

#include "engine/core/error.hpp"
#include "engine/ledger/right_pair.hpp"
#include "engine/overlay/pipeline.hpp"
#include "layers/run/packed_right.hpp"
#include "layers/run/same_holder.hpp"

namespace redline {
namespace {

constexpr std::size_t PAIRS_AT_ONCE = 256, MOST_WAITING = 20'000;

RightsOverlapRow row_of_pair(SharedGround const& ground, double overlap_m2, PairedRight a, PairedRight b) {
  RightsOverlapRow row;
  row.overlap_m2 = overlap_m2, row.width_m = ground.width_m;
  row.share = ground.share_a, row.other_share = ground.share_b;
  if (std::tie(b.layer, b.id, b.occurrence) < std::tie(a.layer, a.id, a.occurrence)) {
    std::swap(a, b);
    std::swap(row.share, row.other_share);
  }
  row.relation = relation_of(ground);
  row.certainty = certainty_of(ground, a.accuracy_m, b.accuracy_m);
  row.same_holder = same_holder(a.holder, b.holder);
  row.depths_meet = depths_meet({a.top_m, a.bottom_m}, {b.top_m, b.bottom_m});
  row.rung = to_string(ground.rung);
  row.lon = ground.inside.x, row.lat = ground.inside.y;
  row.right = std::move(a), row.other = std::move(b);
  return row;
}

}  // namespace

void Rights::add(ActivityAttributes const& right, std::span<unsigned char const> ground, Bounds const& bounds,
                 double shift_m) {
  m_sweep.add(bounds);
  auto const attributes = m_spool.add(pack(right));
  m_rights.push_back({m_spool.add(ground), attributes.size, shift_m});
}

PairedRight Rights::attributes(Right const& r) const {
  return unpack(m_spool.read({r.ground.first - r.attributes_size, r.attributes_size}));
}

void Rights::compare(LedgerWriter& writer, std::future<void>& writer_free, AreaMethod method, int threads,
                     Findings& findings) {
  m_spool.flush();
  auto const read = [&] {
    std::vector<Sweep::Partners> batch;
    Sweep::Partners partners;
    for (std::size_t n = 0; n < PAIRS_AT_ONCE && m_sweep.next(partners, PAIRS_AT_ONCE); n += partners.with.size())
      batch.push_back(partners);
    return batch;
  };
  ordered_pipeline<Sweep::Partners, std::vector<Pair>>(
      threads, read, [&](Sweep::Partners const& partners) { return pairs(partners, method); },
      [&](std::vector<Pair>&& found) {
        m_waiting.insert(m_waiting.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
        if (m_waiting.size() < MOST_WAITING) return;
        if (writer_free.valid()) writer_free.get();
        write_waiting(writer, findings);
      });
  m_spool.clear();
}

void Rights::write_waiting(LedgerWriter& writer, Findings& findings) {
  for (auto const& [row, failed] : std::exchange(m_waiting, {}))
    if (failed.empty())
      writer.add_rights_overlap(row);
    else
      findings.push_back({"run.rights_failed",
                          Severity::error,
                          row.right.layer,
                          row.right.id,
                          {row.other.layer, row.other.id, failed}});
}

std::vector<Rights::Pair> Rights::pairs(Sweep::Partners const& partners, AreaMethod method) const {
  std::vector<Pair> out;
  auto const& first = m_rights[partners.of];
  auto const a = m_spool.read(first.ground);
  for (auto const other : partners.with) {
    auto const& second = m_rights[other];
    try {
      auto const found = shared_ground(a, m_spool.read(second.ground), first.shift_m + second.shift_m);
      if (found)
        out.push_back({row_of_pair(*found, shared_area_m2(*found, method), attributes(first), attributes(second)), ""});
    } catch (GeometryError const& e) {
      auto& p = out.emplace_back();
      p.row.right = attributes(first), p.row.other = attributes(second), p.failed = e.reason();
    }
  }
  return out;
}

}  // namespace redline
