// SPDX-License-Identifier: Apache-2.0
#include "layers/run/not_drawn.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace redline {
namespace {

constexpr std::size_t FEATURES_NAMED = 10;

std::string first_of(std::vector<std::string> const& features) {
  std::string out;
  for (std::size_t i = 0; i < std::min(FEATURES_NAMED, features.size()); ++i) out += (i > 0 ? ", " : "") + features[i];
  return features.size() > FEATURES_NAMED ? out + " …" : out;
}

}  // namespace

void NotDrawn::add(RawArea const& raw, std::string const& layer, Findings& findings) {
  auto const& n = raw.normalised;
  bool const rejected = n.outcome == Outcome::rejected;
  if (!raw.other_place.empty()) return add_other_place(raw, layer, findings);
  if ((rejected || n.geometry.dimension() == 1) && !raw.joined) add_unusable(raw, layer);
}

void NotDrawn::add_unusable(RawArea const& raw, std::string const& layer) {
  auto const place = raw.normalised.geometry.null() ? Bounds{} : raw.normalised.geometry.bounds();
  auto& of_layer = m_unusable[layer];
  of_layer.features.push_back(raw.feature);
  if (place.empty() && of_layer.anywhere) return;
  of_layer.anywhere |= place.empty();
  m_entries.push_back({layer + ": " + raw.feature, "unusable", {}, place, 0});
}

// One entry for all features with one id.
void NotDrawn::add_other_place(RawArea const& raw, std::string const& layer, Findings& findings) {
  auto const& b = raw.other_place;
  auto const degrees = [](double v) { return fmt::format("{:.4f}", v); };
  findings.push_back({"run.other_place",
                      Severity::warning,
                      layer,
                      raw.feature,
                      {degrees(b.min_x), degrees(b.max_x), degrees(b.min_y), degrees(b.max_y)}});
  auto const name = layer + ": " + raw.feature;
  auto it = std::find_if(m_entries.begin(), m_entries.end(), [&](auto const& e) { return e.name == name; });
  if (it == m_entries.end() || it->status != "other_place")
    m_entries.push_back({name, "other_place", {}, b, 0});
  else
    it->extent.add(b);
}

void NotDrawn::finish(std::vector<CheckedLayer>& entries, Findings& findings) {
  entries.insert(entries.end(), m_entries.begin(), m_entries.end());
  for (auto const& [layer, of] : m_unusable)
    findings.push_back({"run.areas_not_used",
                        Severity::warning,
                        layer,
                        "",
                        {std::to_string(of.features.size()), first_of(of.features)}});
}

}  // namespace redline
