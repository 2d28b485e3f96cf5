// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/point_weighing.hpp"

#include <fmt/format.h>

#include <utility>

#include "engine/measure/area.hpp"
#include "layers/corners/corner_text.hpp"
#include "layers/corners/ground_of_corners.hpp"
#include "layers/corners/pointed_degrees.hpp"

namespace redline {
namespace {

constexpr double M2_PER_HECTARE = 1e4;
constexpr std::size_t MANY_CORNERS = 4;  // whose digits are not below 60 by accident

struct Fits {
  bool decimal = false, pointed = false;
};

template <class Test>
Fits of_both(CornerList const& list, CrsProposal read_as, Test const& test) {
  Fits out;
  for (bool const pointed : {true, false}) {
    read_as.pointed = pointed;
    auto const ground = ground_of_corners(list, read_as, read_as.crs);
    (pointed ? out.pointed : out.decimal) = ground && test(*ground);
  }
  return out;
}

// Registered, or declared in the list.
std::optional<double> known_m2(CornerList const& list, CornerHints const& hints) {
  if (hints.registered_m2) return hints.registered_m2;
  if (list.form != CornerForm::baopan) return list.declared_m2;
  double m2 = 0;
  for (auto const& p : list.parcels) m2 += number_of_cell(p.declared_area).value_or(0) * M2_PER_HECTARE;
  return m2 > 0 ? std::optional(m2) : std::nullopt;
}

Fits by_area(CornerList const& list, CornerHints const& hints, CrsProposal const& p) {
  auto const m2 = known_m2(list, hints);
  return m2 ? of_both(list, p, [&](Geometry const& g) { return same_area(tdt1055_area_m2(g), *m2); }) : Fits{};
}

Fits by_county(CornerList const& list, CornerHints const& hints, CrsProposal const& p) {
  if (!hints.county) return {};
  return of_both(list, p, [&](Geometry const& g) { return hints.county->contains(g.bounds().centre()); });
}

}  // namespace

void weigh_point(CornerList const& list, CornerHints const& hints, std::string const& layer, CrsProposal& proposal) {
  auto const say = [&](char const* key, Severity s, std::vector<std::string> args = {}) {
    proposal.evidence.push_back({key, s, layer, "", std::move(args)});
  };
  auto const reading = pointed_reading(list);
  if (hints.degrees == DegreeForm::decimal || (!reading && hints.degrees == DegreeForm::unknown)) return;
  if (!reading) return say("corner.pointed_impossible", Severity::warning);
  if (hints.degrees == DegreeForm::pointed) {
    proposal.pointed = true;
    return say("corner.pointed_given", Severity::info);
  }
  std::vector<std::string> args{std::to_string(reading->corners), fmt::format("{:.1f}", reading->apart_km)};
  for (auto const& [word, fits] : {std::pair{"@corner.word.by_area", by_area(list, hints, proposal)},
                                   std::pair{"@corner.word.by_county", by_county(list, hints, proposal)}}) {
    if (fits.decimal == fits.pointed) continue;
    args.emplace_back(word);
    proposal.pointed = fits.pointed;
    if (fits.pointed) return say("corner.pointed_likely", Severity::warning, std::move(args));
    return say("corner.pointed_not", Severity::info, std::move(args));
  }
  say("corner.pointed_possible", reading->corners < MANY_CORNERS ? Severity::info : Severity::warning, std::move(args));
}

}  // namespace redline
