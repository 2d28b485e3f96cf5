// SPDX-License-Identifier: Apache-2.0
#include "layers/run/layer_warnings.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

namespace redline {
namespace {

constexpr std::size_t NAMED = 10;  // features

struct Gathered {
  std::string crs;
  std::set<std::string> proposed;
  std::vector<std::string> features;
};

std::string joined(auto const& words) {
  std::string out;
  for (auto const& w : words) out.append(out.empty() ? "" : ", ").append(w);
  return out;
}

}  // namespace

Findings layer_warnings(Findings const& all) {
  Findings out;
  std::copy_if(all.begin(), all.end(), std::back_inserter(out),
               [](auto const& f) { return f.severity != Severity::info && f.feature.empty() && !f.layer.empty(); });
  return out;
}

Findings other_zones(Findings const& all) {
  std::map<std::string, Gathered> layers;
  for (auto const& f : all) {
    if (f.code != "crs.other_zone" || f.feature.empty() || f.severity != Severity::warning) continue;
    auto& of = layers[f.layer];
    of.crs = f.args[2];
    of.proposed.insert(f.args[3]);
    of.features.push_back(f.feature);
  }
  Findings out;
  for (auto& [layer, of] : layers) {
    auto const n = of.features.size();
    std::sort(of.features.begin(), of.features.end());
    if (n > NAMED) of.features.resize(NAMED), of.features.emplace_back("…");
    out.push_back({"run.other_zones",
                   Severity::warning,
                   layer,
                   "",
                   {std::to_string(n), of.crs, joined(of.features), joined(of.proposed)}});
  }
  return out;
}

}  // namespace redline
