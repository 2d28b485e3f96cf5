// SPDX-License-Identifier: Apache-2.0
#include "layers/run/rights.hpp"

#include <iterator>
#include <tuple>
#include <utility>

#include "engine/core/error.hpp"
#include "engine/ledger/right_pair.hpp"
#include "engine/overlay/pipeline.hpp"
#include "layers/run/same_holder.hpp"

namespace redline {
namespace {

constexpr std::size_t PAIRS_AT_ONCE = 256, MOST_WAITING = 50'000;

}  // namespace

void Rights::add(std::span<unsigned char const> ground, Bounds const& bounds, std::int64_t fid, double shift_m) {
  m_sweep.add(bounds);
  m_rights.push_back({m_spool.add(ground), fid, shift_m});
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
}

void Rights::write_waiting(LedgerWriter& writer, Findings& findings) {
  for (auto const& p : std::exchange(m_waiting, {})) write_one(p, writer, findings);
}

RightsOverlapRow Rights::row_of(Pair const& p, WrittenRight a, WrittenRight b) {
  RightsOverlapRow row;
  row.overlap_m2 = p.overlap_m2, row.width_m = p.ground.width_m;
  row.share = p.ground.share_a, row.other_share = p.ground.share_b;
  if (std::tie(b.layer, b.id, b.occurrence) < std::tie(a.layer, a.id, a.occurrence)) {
    std::swap(a, b);
    std::swap(row.share, row.other_share);
  }
  row.relation = relation_of(p.ground);
  row.certainty = certainty_of(p.ground, a.accuracy_m, b.accuracy_m);
  row.same_holder = same_holder(a.holder, b.holder);
  row.depths_meet = depths_meet({a.top_m, a.bottom_m}, {b.top_m, b.bottom_m});
  row.rung = to_string(p.ground.rung);
  row.lon = p.ground.inside.x, row.lat = p.ground.inside.y;
  row.right = std::move(a), row.other = std::move(b);
  return row;
}

std::vector<Rights::Pair> Rights::pairs(Sweep::Partners const& partners, AreaMethod method) const {
  std::vector<Pair> out;
  auto const& first = m_rights[partners.of];
  auto const a = m_spool.read(first.ground);
  for (auto const other : partners.with) {
    Pair p{partners.of, other, 0, {}, {}};
    try {
      auto found = shared_ground(a, m_spool.read(m_rights[other].ground), first.shift_m + m_rights[other].shift_m);
      if (!found) continue;
      p.overlap_m2 = shared_area_m2(*found, method);
      p.ground = std::move(*found);
      p.ground.geometry = {};
    } catch (GeometryError const& e) {
      p.failed = e.reason();
    }
    out.push_back(std::move(p));
  }
  return out;
}

void Rights::write_one(Pair const& p, LedgerWriter& writer, Findings& findings) const {
  auto a = writer.right(m_rights[p.a].fid), b = writer.right(m_rights[p.b].fid);
  if (p.failed.empty())
    writer.add_rights_overlap(row_of(p, std::move(a), std::move(b)));
  else
    findings.push_back({"run.rights_failed", Severity::error, a.layer, a.id, {b.layer, b.id, p.failed}});
}

}  // namespace redline
