// SPDX-License-Identifier: Apache-2.0
#include "engine/restoration/partly_done.hpp"

#include <tbb/parallel_for.h>

#include <algorithm>

#include "engine/measure/area.hpp"
#include "engine/restoration/rounding.hpp"
#include "engine/restoration/survey.hpp"
#include "engine/restoration/tally.hpp"

namespace redline {
namespace {

using Record = RestorationRecord;

constexpr double LOWER_BOUND_SHARE = 0.8;

bool says_how_much(Record const& r) {
  bool const work = r.stage && r.stage->stage_class >= StageClass::restored && !r.stage->returns;
  return work && !r.wkb.empty() && r.amount && !r.value.empty() && r.quantity == Quantity::restored;
}

bool covers_more(Record const& r, double m2) {
  auto const most = (*r.amount + rounding_of(r)).to_double();
  return m2 - most > REPORTED_GROUND_M2 && most < (r.at_least ? LOWER_BOUND_SHARE : COVERED_SHARE) * m2;
}

Record take_outline(RestorationBook& book, Record& r, Stage const& stage) {
  auto out = r;
  out.id = book.keep_alone(std::string(r.id) + "/outline");
  out.stage = &stage, out.quantity = Quantity::other, out.basis = Basis::fresh;
  out.measure = out.value = out.unit = out.claimed_status = out.planned = {};
  out.part_of = out.restates = out.sums_to = out.share_of = out.may_overlap = {};
  out.amount.reset(), out.deadline.reset();
  out.approximate = out.at_least = out.treated = out.returned = false;
  r.wkb = {};
  return out;
}

}  // namespace

void split_partly_done(RestorationBook& book, RestorationModel const& model) {
  auto const* stage = model.stage(model.stage_of_open_task);
  if (!stage) return;
  std::vector<std::size_t> drawn;
  for (std::size_t i = 0; i < book.records.size(); ++i)
    if (says_how_much(book.records[i])) drawn.push_back(i);
  std::vector<double> m2(drawn.size());
  tbb::parallel_for(std::size_t{0}, drawn.size(),
                    [&](std::size_t i) { m2[i] = exact_area_m2(Geometry::from_wkb(book.records[drawn[i]].wkb)); });
  for (std::size_t i = 0; i < drawn.size(); ++i) {
    auto& r = book.records[drawn[i]];
    if (!covers_more(r, m2[i])) continue;
    book.orders.push_back({"restoration.partly_done",
                           Severity::warning,
                           std::string(r.reserve),
                           std::string(r.id),
                           {cited(r), r.amount->decimal(), Amount::from_double(m2[i]).decimal()}});
    auto outline = take_outline(book, r, *stage);
    book.records.push_back(std::move(outline));
  }
}

}  // namespace redline
