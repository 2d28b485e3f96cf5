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

constexpr double M2_OF_HECTARE = 1e4;

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
  for (auto const& p : list.parcels) m2 += number_of_cell(p.declared_area).value_or(0) * M2_OF_HECTARE;
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

DegreeWords said_by(CornerList const& list) {
  auto out = list.degree_words;
  for (auto const& [key, value] : list.header)  // 计量单位=度 of a TXT
    if (key.find("单位") != std::string::npos) out.add(degree_words("单位:" + value));
  return out;
}

class Weighing {
 public:
  Weighing(CornerList const& list, CornerHints const& hints, std::string const& layer, CrsProposal& proposal)
      : m_list(&list), m_hints(&hints), m_layer(&layer), m_proposal(&proposal), m_said(said_by(list)) {}

  void work() {
    if (m_hints->degrees == DegreeForm::decimal) return;
    if (m_hints->degrees == DegreeForm::pointed) return as_given();
    if (!has_decimals(*m_list)) return;  // signs tell
    if (!m_said.pointed.empty() && m_said.decimal.empty()) return as_said();
    if (auto const reading = pointed_reading(*m_list)) two_readings(*reading);
  }

 private:
  void say(char const* key, Severity s, std::vector<std::string> args = {}) {
    m_proposal->evidence.push_back({key, s, *m_layer, "", std::move(args)});
  }

  void as_given() {
    bool const said = !m_said.pointed.empty();
    if (!said && !has_decimals(*m_list)) return;  // signs tell
    if (!pointed_reading(*m_list, said)) return say("corner.pointed_impossible", Severity::warning);
    m_proposal->pointed = true;
    say("corner.pointed_given", Severity::info);
  }

  void as_said() {
    auto const reading = pointed_reading(*m_list, true);
    if (!reading) return say("corner.pointed_contradicts", Severity::warning, {m_said.pointed});
    m_proposal->pointed = true;
    say("corner.pointed_said", Severity::info, {m_said.pointed});
  }

  void two_readings(PointedReading const& reading) {
    if (m_said.any() && m_said.pointed.empty()) return say("corner.decimal_said", Severity::info, {m_said.decimal});
    if (m_said.any()) say("corner.degrees_said_twice", Severity::warning, {m_said.pointed, m_said.decimal});
    std::vector<std::string> args{std::to_string(reading.corners), fmt::format("{:.1f}", reading.apart_km)};
    for (auto const& [word, fits] : {std::pair{"@corner.word.by_area", by_area(*m_list, *m_hints, *m_proposal)},
                                     std::pair{"@corner.word.by_county", by_county(*m_list, *m_hints, *m_proposal)}}) {
      if (fits.decimal == fits.pointed) continue;
      args.emplace_back(word);
      m_proposal->pointed = fits.pointed;
      if (fits.pointed) return say("corner.pointed_likely", Severity::warning, std::move(args));
      return say("corner.pointed_not", Severity::info, std::move(args));
    }
    say("corner.pointed_possible", Severity::warning, std::move(args));
  }

  CornerList const* m_list;
  CornerHints const* m_hints;
  std::string const* m_layer;
  CrsProposal* m_proposal;
  DegreeWords m_said;
};

}  // namespace

void weigh_point(CornerList const& list, CornerHints const& hints, std::string const& layer, CrsProposal& proposal) {
  Weighing(list, hints, layer, proposal).work();
}

}  // namespace redline
