// Books of records for the tests: a model with the usual stages, and records from a few words.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "engine/restoration/book.hpp"

namespace redline::tests {

inline RestorationModel const& model() {
  static auto const m = [] {
    RestorationModel out;
    auto const add = [&](char const* code, StageClass c, bool returns = false) {
      out.stages.push_back({code, code, c, static_cast<int>(out.stages.size()), returns});
      out.stage_words[code] = code;
    };
    add("disturbed", StageClass::not_started);
    add("dismantled", StageClass::under_way);
    add("restored", StageClass::restored);
    add("self_checked", StageClass::restored);
    add("accepted", StageClass::accepted);
    add("closed", StageClass::accepted);
    add("returned", StageClass::under_way, true);
    out.stages.front().disturbs = true;
    out.statuses = {{"complete", "", 1},
                    {"basically_complete", "", 0.9},
                    {"mostly_complete", "", 0.5},
                    {"under_way", "", 0},
                    {"not_started", "", 0}};
    return out;
  }();
  return m;
}

inline Date day(std::string const& text) { return *parse_date(text); }

struct Given {
  std::string id = {}, reserve = "r", site = "s", stage = "restored", value = {}, unit = "ha", day = {}, basis = "new",
              part_of = {}, restates = {}, sums_to = {}, share_of = {}, programme = {}, wkt = {}, deadline = {},
              zone = {}, replaces = {}, item = {}, kind = {}, measure = {}, source = {};
  Quantity quantity = Quantity::restored;
  bool at_least = false;
};

inline void add(RestorationBook& book, Given const& g) {
  RestorationRecord r;
  auto const keep = [&](std::string const& s) { return book.keep(s); };
  r.id = keep(g.id), r.item = keep(g.item), r.reserve = r.reserve_text = keep(g.reserve), r.site = keep(g.site),
  r.zone = keep(g.zone), r.programme = keep(g.programme);
  r.value = keep(g.value), r.unit = keep(g.value.empty() ? "" : g.unit), r.part_of = keep(g.part_of),
  r.restates = keep(g.restates);
  r.sums_to = keep(g.sums_to), r.share_of = keep(g.share_of), r.replaces = keep(g.replaces), r.kind = keep(g.kind),
  r.measure = keep(g.measure), r.source = keep(g.source);
  r.stage = g.stage.empty() ? nullptr : model().stage(g.stage);
  r.quantity = g.quantity;
  r.at_least = g.at_least;
  r.day = parse_date(g.day), r.deadline = parse_date(g.deadline);
  r.basis = g.basis == "cumulative"      ? Basis::cumulative
            : g.basis == "confirmed_new" ? Basis::confirmed_new
                                         : Basis::fresh;
  if (auto const u = unit_of(g.unit); u && !g.value.empty()) r.amount = parse_amount(g.value, *u);
  if (!g.wkt.empty()) r.wkb = only_dimension(Geometry::from_wkt(g.wkt), 2).wkb();
  book.records.push_back(std::move(r));
}

inline std::vector<std::string> codes(Findings const& findings) {
  std::vector<std::string> out;
  for (auto const& f : findings) out.push_back(f.code + " " + f.feature);
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace redline::tests
