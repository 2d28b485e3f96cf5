// SPDX-License-Identifier: Apache-2.0
#include "layers/run/rights.hpp"

#include <tuple>

#include "engine/core/error.hpp"
#include "engine/ledger/measures.hpp"
#include "engine/overlay/pipeline.hpp"
#include "engine/overlay/shared_ground.hpp"
#include "layers/run/same_holder.hpp"

namespace redline {
namespace {

constexpr std::size_t PAIRS_AT_ONCE = 256;

struct Pair {
  std::uint32_t a = 0, b = 0;
  double overlap_m2 = 0;
  SharedGround ground;  // without its geometry
  std::string failed;
};

double by_method(SharedGround& ground, AreaMethod method) {
  if (method == AreaMethod::exact) return ground.m2;
  Overlap o;
  o.m2 = ground.m2, o.inside = ground.inside, o.geometry = std::move(ground.geometry);
  return overlap_area_m2(o, method);
}

std::optional<bool> depths_meet(WrittenRight const& a, WrittenRight const& b) {
  if (!a.top_m || !a.bottom_m || !b.top_m || !b.bottom_m) return std::nullopt;
  return *a.bottom_m < *b.top_m && *b.bottom_m < *a.top_m;
}

// As for a zone: a point of the overlap lies deeper in both than both accuracies together, and at least 2 cm.
std::string certainty(Pair const& p, WrittenRight const& a, WrittenRight const& b) {
  if (!a.accuracy_m || !b.accuracy_m) return "not_stated";
  return p.ground.width_m / 2 >= std::max(*a.accuracy_m + *b.accuracy_m, LEAST_ACCURACY_M) ? "certain"
                                                                                           : "within_accuracy";
}

RightsOverlapRow row_of(Pair const& p, WrittenRight a, WrittenRight b) {
  RightsOverlapRow row;
  row.overlap_m2 = p.overlap_m2, row.width_m = p.ground.width_m;
  row.share = p.ground.share_a, row.other_share = p.ground.share_b;
  if (std::tie(b.layer, b.id, b.occurrence) < std::tie(a.layer, a.id, a.occurrence)) {
    std::swap(a, b);
    std::swap(row.share, row.other_share);
  }
  row.relation = p.ground.duplicate ? "duplicate" : "overlap";
  row.certainty = certainty(p, a, b);
  row.same_holder = same_holder(a.holder, b.holder);
  row.depths_meet = depths_meet(a, b);
  row.rung = to_string(p.ground.rung);
  row.lon = p.ground.inside.x, row.lat = p.ground.inside.y;
  row.right = std::move(a), row.other = std::move(b);
  return row;
}

}  // namespace

bool is_right(std::string_view kind) { return kind == "mining_right" || kind == "exploration_right"; }

void Rights::add(std::span<unsigned char const> ground, Bounds const& bounds, std::int64_t fid) {
  m_sweep.add(bounds);
  m_rights.push_back({m_spool.add(ground), fid});
}

void Rights::write(LedgerWriter& writer, AreaMethod method, int threads, Findings& findings) {
  m_spool.flush();
  auto const read = [&] {
    std::vector<Sweep::Partners> batch;
    Sweep::Partners partners;
    for (std::size_t n = 0; n < PAIRS_AT_ONCE && m_sweep.next(partners, PAIRS_AT_ONCE); n += partners.with.size())
      batch.push_back(partners);
    return batch;
  };
  auto const work = [&](Sweep::Partners const& partners) {
    std::vector<Pair> out;
    auto const a = m_spool.read(m_rights[partners.of].ground);
    for (auto const other : partners.with) {
      Pair p{partners.of, other, 0, {}, {}};
      try {
        auto found = shared_ground(a, m_spool.read(m_rights[other].ground));
        if (!found) continue;
        p.overlap_m2 = by_method(*found, method);
        p.ground = std::move(*found);
        p.ground.geometry = {};
      } catch (GeometryError const& e) {
        p.failed = e.reason();
      }
      out.push_back(std::move(p));
    }
    return out;
  };
  auto const write = [&](std::vector<Pair>&& pairs) {
    for (auto const& p : pairs) {
      auto a = writer.right(m_rights[p.a].fid), b = writer.right(m_rights[p.b].fid);
      if (p.failed.empty())
        writer.add_rights_overlap(row_of(p, std::move(a), std::move(b)));
      else
        findings.push_back({"run.rights_failed", Severity::error, a.layer, a.id, {b.layer, b.id, p.failed}});
    }
  };
  ordered_pipeline<Sweep::Partners, std::vector<Pair>>(threads, read, work, write);
}

}  // namespace redline
