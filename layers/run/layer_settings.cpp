// SPDX-License-Identifier: Apache-2.0
#include "layers/run/layer_settings.hpp"

#include <nlohmann/json.hpp>

#include "layers/run/layer_input.hpp"

namespace redline {
namespace {

using Json = nlohmann::ordered_json;
constexpr std::string_view PREFIX = "layer.";

Json settings(LayerPlan const& p) {
  Json out{{"source", shown_source(p)}, {"role", p.role == Role::areas ? "areas" : "activities"}};
  for (auto const& [key, value] : {std::pair{"name", &p.name},
                                   {"kind", &p.kind},
                                   {"crs", &p.crs},
                                   {"encoding", &p.encoding},
                                   {"where", &p.where},
                                   {"action", &p.action}})
    if (!value->empty()) out[key] = *value;
  if (p.accuracy_m) out["accuracy_m"] = *p.accuracy_m;
  for (auto const& [key, map] : {std::pair{"fields", &p.fields}, {"zone_map", &p.zone_map}, {"kind_map", &p.kind_map}})
    if (!map->empty()) out[key] = *map;
  return out;
}

LayerPlan layer(Json const& s) {
  LayerPlan p;
  p.source = s.value("source", "");
  p.role = s.value("role", "") == "areas" ? Role::areas : Role::activities;
  for (auto const& [key, value] : {std::pair{"name", &p.name},
                                   {"kind", &p.kind},
                                   {"crs", &p.crs},
                                   {"encoding", &p.encoding},
                                   {"where", &p.where},
                                   {"action", &p.action}})
    *value = s.value(key, "");
  if (s.contains("accuracy_m")) p.accuracy_m = s["accuracy_m"].get<double>();
  for (auto const& [key, map] : {std::pair{"fields", &p.fields}, {"zone_map", &p.zone_map}, {"kind_map", &p.kind_map}})
    if (s.contains(key)) *map = s[key].get<std::map<std::string, std::string>>();
  return p;
}

}  // namespace

ManifestRows layer_settings(std::vector<LayerPlan> const& layers) {
  ManifestRows out;
  for (std::size_t i = 0; i < layers.size(); ++i)
    out.emplace_back(std::string(PREFIX) + std::to_string(i + 1), settings(layers[i]).dump());
  return out;
}

std::vector<LayerPlan> layers_of_settings(ManifestRows const& manifest) {
  std::vector<LayerPlan> out;
  for (auto const& [key, value] : manifest) {
    if (!key.starts_with(PREFIX)) continue;
    auto const s = Json::parse(value, nullptr, false);
    if (!s.is_object()) return {};
    try {
      out.push_back(layer(s));
    } catch (Json::exception const&) {
      return {};  // edited by hand
    }
  }
  return out;
}

}  // namespace redline
